'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { formatMoney } from '../../lib/i18n/format-money';
import type { PaymentList as List, PaymentRow } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Empty } from '../ui/empty';
import { SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { amountOf } from './attention-list';
import { MoneyList } from './money-list';

const methods = ['gateway', 'cash', 'upi', 'card'] as const;

/** All payments, the newest first; one opens with everything that led to it. */
export const PaymentList = () => {
  const t = useText('payments');
  const { business } = useStaff();
  const [text, setText] = useState('');
  const [method, setMethod] = useState('');
  const q = useDeferredValue(text.trim());
  const list = useInfiniteQuery({
    queryKey: queryKeys.money('list', q, method),
    queryFn: ({ pageParam, signal }) =>
      api<List>(business, 'get', 'payments', {
        query: { ...(q && { q }), ...(method && { method }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <div className="grid gap-3 px-4 pb-3 sm:grid-cols-[minmax(0,1fr)_12rem] md:px-6">
        <TextField
          label={t('searchLabel')}
          type="search"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <SelectField
          label={t('method')}
          value={method}
          onChange={(event) => {
            setMethod(event.target.value);
          }}
        >
          <option value="">{t('anyMethod')}</option>
          {methods.map((one) => (
            <option key={one} value={one}>
              {t(`method_${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <MoneyList
        list={list}
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          q || method ? <Empty title={t('nothingFound')} /> : <Empty title={t('none')} hint={t('noneHint')} />
        }
      >
        {(row, open) => (
          <Row
            row={row}
            onOpen={() => {
              open(row.id);
            }}
          />
        )}
      </MoneyList>
    </>
  );
};

const Row = ({ row, onOpen }: { row: PaymentRow; onOpen: () => void }) => {
  const t = useText('payments');
  const language = useLanguage();
  const { zone } = useStaff();
  const back = row.refunds
    .filter(({ status }) => status !== 'failed')
    .reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  const details = [
    t(`method_${row.method}`),
    row.instrument,
    row.takenBy,
    formatInstant(language, row.receivedAt, zone),
  ];
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 text-left hover:bg-surface-sunken md:px-6"
    >
      <span className="min-w-0 text-base font-medium break-words md:text-sm">
        {row.booking ? (row.booking.name ?? row.booking.reference) : t('state_unmatched')}
      </span>
      <span className="text-right font-semibold tabular-nums md:text-sm">{amountOf(row)}</span>
      <span className="min-w-0 text-xs break-words text-muted">
        {details.filter((one) => one !== null).join(' · ')}
      </span>
      <span
        className={`text-right text-xs ${row.disposition === 'applied' || row.disposition === 'settled' ? 'text-muted' : 'text-danger'}`}
      >
        {back > 0 ? t('returned', { amount: formatMoney(back) }) : t(`state_${row.disposition}`)}
      </span>
    </button>
  );
};
