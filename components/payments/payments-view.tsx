'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { countAttention, type Attention } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { AttentionList } from './attention-list';
import { DayCloseView } from './day-close-view';
import { DaysTable } from './days-table';
import { PaymentList } from './payment-list';
import { PayoutList } from './payout-list';
import { RefundList } from './refund-list';
import { tabs, type Tab } from './tabs';

type Props = { tab: Tab; attention: Attention; today: string };

/** On a phone the part that is open may lie beyond the edge. */
const showChosen = (strip: HTMLElement | null): void => {
  const chosen = strip?.querySelector<HTMLElement>('[aria-pressed="true"]');
  if (strip && chosen) strip.scrollLeft = chosen.offsetLeft - strip.clientWidth / 3;
};

/** The money of a business. */
export const PaymentsView = ({ tab: first, attention, today }: Props) => {
  const t = useText('payments');
  const { business, may } = useStaff();
  const router = useRouter();
  const [tab, setTab] = useState(first);
  const { data } = useQuery({
    queryKey: queryKeys.money('attention'),
    queryFn: ({ signal }) => api<Attention>(business, 'get', 'payments/attention', { signal }),
    initialData: attention,
  });
  const waiting = countAttention(data);
  const options = tabs
    .filter((value) => (value !== 'days' && value !== 'payouts') || may('payment.settle'))
    .map((value) => ({
      value,
      label: value === 'look' && waiting > 0 ? `${t('tab_look')} (${String(waiting)})` : t(`tab_${value}`),
    }));
  return (
    <>
      <PageHead title={t('title')} />
      <div ref={showChosen} className="overflow-x-auto px-4 pb-3 md:px-6 print:hidden">
        <Segmented
          label={t('title')}
          value={tab}
          options={options}
          onChange={(next) => {
            setTab(next);
            router.replace(`/${business}/payments?tab=${next}`, { scroll: false });
          }}
        />
      </div>
      {tab === 'look' ? <AttentionList attention={data} /> : null}
      {tab === 'all' ? <PaymentList /> : null}
      {tab === 'refunds' ? <RefundList /> : null}
      {tab === 'days' ? <DaysTable /> : null}
      {tab === 'payouts' ? <PayoutList /> : null}
      {tab === 'close' ? <DayCloseView today={today} /> : null}
    </>
  );
};
