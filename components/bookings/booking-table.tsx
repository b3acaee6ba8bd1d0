'use client';

import type { ReactNode } from 'react';
import type { BookingListRow } from '../../lib/booking/desk/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { StatusMark } from '../booking/status-mark';
import { useBookingWords } from '../booking/use-booking-words';
import { useText } from '../words';
import type { ColumnName } from './columns';
import { setParams } from './list-address';

type Props = { rows: readonly BookingListRow[]; columns: readonly ColumnName[] };

const open = (id: string): void => {
  setParams({ booking: id }, true);
};

/** Bookings as a table on a desktop and as a list on phones; a row opens the drawer beside it. */
export const BookingTable = (props: Props) => (
  <>
    <div className="hidden overflow-x-auto md:block">
      <WideTable {...props} />
    </div>
    <PhoneList rows={props.rows} />
  </>
);

const WideTable = ({ rows, columns }: Props) => {
  const t = useText('bookings');
  const words = useBookingWords();
  const cells: Record<ColumnName, (row: BookingListRow) => ReactNode> = {
    who: (row) => words.who(row),
    phone: (row) => row.phone,
    service: (row) => words.local(row.serviceName),
    resource: (row) => words.local(row.resourceName),
    status: (row) => <StatusMark status={row.status} />,
    source: (row) => t(row.source),
    price: (row) => formatMoney(row.pricePaise),
    created: (row) => words.moment(row.createdAt),
  };
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="border-b border-hairline text-left text-xs text-muted">
          {[t('when'), t('reference')].map((head) => (
            <th key={head} scope="col" className="py-2 pr-4 font-normal">
              {head}
            </th>
          ))}
          {columns.map((name) => (
            <th
              key={name}
              scope="col"
              className={`py-2 pr-4 font-normal last:pr-0 ${name === 'price' ? 'text-right' : ''}`}
            >
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            onClick={() => {
              open(row.id);
            }}
            className="cursor-pointer border-b border-hairline hover:bg-surface-sunken"
          >
            <td className="py-2.5 pr-4 whitespace-nowrap">{words.when(row)}</td>
            <td className="py-2.5 pr-4">
              <button
                type="button"
                className="rounded font-mono text-sm underline decoration-hairline underline-offset-4"
                onClick={(event) => {
                  event.stopPropagation();
                  open(row.id);
                }}
              >
                {row.reference}
              </button>
            </td>
            {columns.map((name) => (
              <td
                key={name}
                className={`max-w-64 py-2.5 pr-4 break-words last:pr-0 ${name === 'price' ? 'text-right' : ''}`}
              >
                {cells[name](row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const PhoneList = ({ rows }: { rows: readonly BookingListRow[] }) => {
  const words = useBookingWords();
  return (
    <ul className="-mx-4 md:hidden">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-hairline">
          <button
            type="button"
            onClick={() => {
              open(row.id);
            }}
            className="flex w-full flex-col gap-0.5 px-4 py-3 text-left"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate text-base font-semibold">{words.who(row)}</span>
              <StatusMark status={row.status} className="shrink-0" />
            </span>
            <span className="text-sm">{words.when(row)}</span>
            <span className="flex justify-between gap-3 text-sm text-muted">
              <span className="min-w-0 truncate">
                {words.local(row.serviceName)} · {words.local(row.resourceName)}
              </span>
              <span className="shrink-0">{formatMoney(row.pricePaise)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
