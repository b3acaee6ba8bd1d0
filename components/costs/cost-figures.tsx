'use client';

import { formatMilliPaise } from '../../lib/i18n/format-money';
import { formatCount } from '../../lib/i18n/format-number';
import type { CostReport } from '../../lib/costs/schema';
import { useText } from '../words';

/** The figures an owner looks at first. */
export const CostFigures = ({ report }: { report: CostReport }) => {
  const t = useText('costs');
  const { messages, free, bookings, customers, milliPaise } = report;
  const each = (count: number): string =>
    count === 0 ? '–' : formatMilliPaise(100 * Math.round(milliPaise / count / 100));
  const figures = [
    { name: t('total'), hint: t('totalHint'), value: formatMilliPaise(milliPaise) },
    {
      name: t('messages'),
      hint: t('messagesHint', { free: formatCount(free) }),
      value: formatCount(messages),
    },
    { name: t('perMessage'), value: each(messages) },
    { name: t('perBooking'), hint: t('perBookingHint'), value: each(bookings) },
    { name: t('perCustomer'), hint: t('perCustomerHint'), value: each(customers) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map(({ name, hint, value }) => (
        <div key={name} className="flex min-w-0 flex-col">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-lg font-semibold">{value}</dd>
          {hint ? <dd className="text-xs text-muted">{hint}</dd> : null}
        </div>
      ))}
    </dl>
  );
};
