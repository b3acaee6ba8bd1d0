'use client';

import Link from 'next/link';
import { formatMoney } from '../../lib/i18n/format-money';
import { formatCount, formatShare } from '../../lib/i18n/format-number';
import { inLanguage } from '../../lib/kernel/local-text';
import type { Report } from '../../lib/reports/schema';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { DataTable } from './section';

type Share = Report['services'][number] & { openMinutes?: number };

/** Services, or courts and doctors, beside each other. */
export const ShareTable = ({ rows, head }: { rows: readonly Share[]; head: string }) => {
  const t = useText('reports');
  const language = useLanguage();
  const withOpen = rows.some((row) => row.openMinutes !== undefined);
  return (
    <DataTable
      caption={head}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head, cell: (row) => inLanguage(row.name, language) },
        { head: t('bookings'), number: true, cell: (row) => formatCount(row.bookings) },
        { head: t('value'), number: true, cell: (row) => formatMoney(row.valuePaise) },
        { head: t('hoursBooked'), number: true, cell: (row) => formatCount(row.bookedMinutes / 60) },
        ...(withOpen
          ? [
              {
                head: t('occupancy'),
                number: true,
                cell: (row: Share) =>
                  row.openMinutes ? formatShare(row.bookedMinutes / row.openMinutes) : '–',
              },
            ]
          : []),
        { head: t('cancelled'), number: true, cell: (row) => formatCount(row.cancelled) },
        { head: t('noShows'), number: true, cell: (row) => formatCount(row.noShows) },
      ]}
    />
  );
};

/** The customers with most bookings. */
export const CustomerTable = ({ rows }: { rows: Report['customers'] }) => {
  const t = useText('reports');
  const { business } = useStaff();
  return (
    <DataTable
      caption={t('topCustomers')}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t('customer'),
          cell: (row) => (
            <Link
              href={`/${business}/customers/${row.id}`}
              className="inline-flex min-h-8 items-center underline-offset-4 hover:underline"
            >
              {row.name ?? t('nameless')}
            </Link>
          ),
        },
        { head: t('bookings'), number: true, cell: (row) => formatCount(row.bookings) },
        { head: t('value'), number: true, cell: (row) => formatMoney(row.valuePaise) },
      ]}
    />
  );
};

const sourceKeys = {
  chat: 'sourceChat',
  staff: 'sourceStaff',
  demo: 'sourceDemo',
  series: 'sourceSeries',
} as const;

/** Where bookings come from, as bars with their numbers. */
export const SourceBars = ({ sources }: { sources: Report['sources'] }) => {
  const t = useText('reports');
  const all = sources.reduce((sum, one) => sum + one.bookings, 0);
  return (
    <ul className="flex flex-col gap-3">
      {sources.map(({ source, bookings }) => (
        <li key={source} className="flex flex-col gap-1 text-sm">
          <span className="flex justify-between gap-4">
            <span>{source in sourceKeys ? t(sourceKeys[source as keyof typeof sourceKeys]) : source}</span>
            <span>
              {formatCount(bookings)} · {formatShare(bookings / all)}
            </span>
          </span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-sunken">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${String((100 * bookings) / all)}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
};
