'use client';

import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '../../lib/i18n/format-money';
import type { Payouts } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { queryKeys } from '../query-keys';
import { Empty, Skeleton } from '../ui/empty';
import { useLanguage, useText } from '../words';

/** What the gateway has paid out to the bank, as it tells it now. */
export const PayoutList = () => {
  const t = useText('payments');
  const language = useLanguage();
  const { business, zone } = useStaff();
  const { data, isError, refetch } = useQuery({
    queryKey: queryKeys.money('payouts'),
    queryFn: ({ signal }) => api<Payouts>(business, 'get', 'payments/payouts', { signal }),
  });
  if (isError || data?.reachable === false)
    return (
      <Unreadable
        onAgain={() => {
          void refetch();
        }}
      />
    );
  if (!data)
    return (
      <div className="flex flex-col gap-3 px-4 md:px-6">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    );
  if (!data.known) return <Empty title={t('payoutsUnknown')} hint={t('payoutsUnknownHint')} />;
  if (data.payouts.length === 0) return <Empty title={t('noPayouts')} hint={t('noPayoutsHint')} />;
  return (
    <>
      <p className="px-4 pb-3 text-sm text-muted md:px-6">{t('payoutsLead')}</p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {data.payouts.map((payout) => (
          <li
            key={payout.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 text-sm md:px-6"
          >
            <span className="font-medium">{formatInstant(language, payout.at, zone)}</span>
            <span className="text-right font-medium tabular-nums">{formatMoney(payout.amountPaise)}</span>
            <span className="min-w-0 break-all text-muted">
              {payout.state === 'paid' ? (payout.bankReference ?? payout.id) : t(`payout_${payout.state}`)}
            </span>
            <span className="text-right text-xs text-muted tabular-nums">
              {payout.feePaise === null ? '' : t('payoutFees', { amount: formatMoney(payout.feePaise) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
