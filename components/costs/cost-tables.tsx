'use client';

import Link from 'next/link';
import { formatMilliPaise } from '../../lib/i18n/format-money';
import { formatCount } from '../../lib/i18n/format-number';
import type { CostReport } from '../../lib/costs/schema';
import { useStaff } from '../frame/staff-context';
import { DataTable } from '../reports/section';
import { useText } from '../words';

/** What the messages were sent for, as bars with what they cost. */
export const PurposeBars = ({ purposes }: { purposes: CostReport['purposes'] }) => {
  const t = useText('costs');
  const most = Math.max(1, ...purposes.map((one) => one.milliPaise));
  return (
    <ul className="flex flex-col gap-3">
      {purposes.map(({ purpose, messages, milliPaise }) => (
        <li key={purpose} className="flex flex-col gap-1 text-sm">
          <span className="flex justify-between gap-4">
            <span>{t(`purpose_${purpose}`)}</span>
            <span>
              {formatMilliPaise(milliPaise)} <span className="text-muted">· {formatCount(messages)}</span>
            </span>
          </span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-sunken">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${String((100 * milliPaise) / most)}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
};

const link = 'inline-flex min-h-8 items-center underline-offset-4 hover:underline';

/** The customers whom messages to cost most. */
export const DearestCustomers = ({ rows }: { rows: CostReport['dearest'] }) => {
  const t = useText('costs');
  const { business } = useStaff();
  return (
    <DataTable
      caption={t('dearest')}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t('customer'),
          cell: (row) => (
            <Link href={`/${business}/customers/${row.id}`} className={link}>
              {row.name ?? t('nameless')}
            </Link>
          ),
        },
        { head: t('messages'), number: true, cell: (row) => formatCount(row.messages) },
        { head: t('cost'), number: true, cell: (row) => formatMilliPaise(row.milliPaise) },
      ]}
    />
  );
};

/** The bookings about which most was spent. */
export const DearestBookings = ({ rows }: { rows: CostReport['dearestBookings'] }) => {
  const t = useText('costs');
  const { business } = useStaff();
  return (
    <DataTable
      caption={t('dearestBookings')}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t('booking'),
          cell: (row) => (
            <Link href={`/${business}/calendar?booking=${row.id}`} className={link}>
              {row.reference}
            </Link>
          ),
        },
        { head: t('messages'), number: true, cell: (row) => formatCount(row.messages) },
        { head: t('cost'), number: true, cell: (row) => formatMilliPaise(row.milliPaise) },
      ]}
    />
  );
};
