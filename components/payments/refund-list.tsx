'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../lib/i18n/format-money';
import { refundStates, type RefundList as List } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { MoneyList } from './money-list';

/** All refunds, the newest first, and how far each is; one opens with the payment it comes from. */
export const RefundList = () => {
  const t = useText('payments');
  const language = useLanguage();
  const { business, zone } = useStaff();
  const [status, setStatus] = useState('');
  const list = useInfiniteQuery({
    queryKey: queryKeys.money('refunds', status),
    queryFn: ({ pageParam, signal }) =>
      api<List>(business, 'get', 'payments/refunds', {
        query: { ...(status && { status }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <div className="max-w-xs px-4 pb-3 md:px-6">
        <SelectField
          label={t('state')}
          value={status}
          onChange={(event) => {
            setStatus(event.target.value);
          }}
        >
          <option value="">{t('anyState')}</option>
          {refundStates.map((one) => (
            <option key={one} value={one}>
              {t(`refund_${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <MoneyList
        list={list}
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          status ? (
            <Empty title={t('nothingFound')} />
          ) : (
            <Empty title={t('noRefunds')} hint={t('noRefundsHint')} />
          )
        }
      >
        {(row, open) => (
          <button
            type="button"
            onClick={() => {
              open(row.payment.id);
            }}
            className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 text-left text-sm hover:bg-surface-sunken md:px-6"
          >
            <span className="min-w-0 text-base font-medium break-words md:text-sm">
              {row.payment.booking?.name ?? row.payment.booking?.reference ?? t('state_unmatched')}
            </span>
            <span className="text-right font-medium tabular-nums">{formatMoney(row.amountPaise)}</span>
            <span className="min-w-0 break-words text-muted">
              {t(`method_${row.method}`)} · {formatInstant(language, row.createdAt, zone)}
              {row.note ? ` · ${row.note}` : ''}
            </span>
            <span className={`text-right text-xs ${row.status === 'failed' ? 'text-danger' : 'text-muted'}`}>
              {t(`refund_${row.status}`)}
            </span>
          </button>
        )}
      </MoneyList>
    </>
  );
};
