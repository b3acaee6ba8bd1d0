'use client';

import type { ReactNode } from 'react';
import { formatPhone } from '../format-phone';
import type { BookingListRow } from '../../lib/booking/desk/schema';
import { formatDayShort, formatDayTitle } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { StatusMark } from '../booking/status-mark';
import { useBookingWords } from '../booking/use-booking-words';
import { useNow } from '../use-now';
import { useLanguage, useText } from '../words';
import { isMoney, type ColumnName } from './columns';
import { setParams } from './list-address';

type Props = {
  rows: readonly BookingListRow[];
  columns: readonly ColumnName[];
  /** The rows come in order of their start: on phones they stand under their days. */
  byDay: boolean;
};

const open = (id: string): void => {
  setParams({ booking: id }, true);
};

/** Bookings as a table on a desktop and as a list on phones; a row opens the drawer beside it. */
export const BookingTable = (props: Props) => (
  <>
    <div className="hidden overflow-x-auto md:block">
      <WideTable {...props} />
    </div>
    <PhoneList rows={props.rows} byDay={props.byDay} />
  </>
);

const WideTable = ({ rows, columns }: Omit<Props, 'byDay'>) => {
  const t = useText('bookings');
  const words = useBookingWords();
  const cells: Record<ColumnName, (row: BookingListRow) => ReactNode> = {
    who: (row) => words.who(row),
    phone: (row) => formatPhone(row.phone),
    service: (row) => words.local(row.serviceName),
    resource: (row) => words.local(row.resourceName),
    status: (row) => <StatusMark status={row.status} />,
    source: (row) => t(row.source),
    price: (row) => formatMoney(row.pricePaise),
    paid: (row) => formatMoney(row.keptPaise),
    due: (row) => (row.duePaise === 0 ? '–' : formatMoney(row.duePaise)),
    payment: (row) => t(`pay-${row.payment}`),
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
              className={`py-2 pr-4 font-normal last:pr-0 ${isMoney(name) ? 'text-right' : ''}`}
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
                className={`max-w-64 py-2.5 pr-4 break-words last:pr-0 ${isMoney(name) ? 'text-right' : ''}`}
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

const PhoneList = ({ rows, byDay }: { rows: readonly BookingListRow[]; byDay: boolean }) => {
  const words = useBookingWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const days = byDay ? daysOf(rows, (row) => words.date(row.startsAt)) : [{ date: null, rows }];
  return (
    <div className="-mx-4 md:hidden">
      {days.map((day) => (
        <section key={day.date ?? 'all'}>
          {day.date === null ? null : (
            <h2 className="bg-surface-sunken px-4 py-1.5 text-sm font-semibold">
              {now
                ? formatDayTitle(language, day.date, words.date(now.toISOString()))
                : formatDayShort(language, day.date)}
            </h2>
          )}
          <ul>
            {day.rows.map((row) => (
              <PhoneRow key={row.id} row={row} when={byDay ? words.span(row) : words.when(row)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

/** Rows under their days, in the order in which they come. */
function daysOf(rows: readonly BookingListRow[], dateOf: (row: BookingListRow) => string) {
  const days: { date: string; rows: BookingListRow[] }[] = [];
  for (const row of rows) {
    const date = dateOf(row);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, rows: [row] });
  }
  return days;
}

const PhoneRow = ({ row, when }: { row: BookingListRow; when: string }) => {
  const words = useBookingWords();
  return (
    <li className="border-b border-hairline">
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
        <span className="text-sm">{when}</span>
        <span className="flex justify-between gap-3 text-sm text-muted">
          <span className="min-w-0 truncate">
            {words.local(row.serviceName)} · {words.local(row.resourceName)}
          </span>
          <span className="shrink-0">{formatMoney(row.pricePaise)}</span>
        </span>
      </button>
    </li>
  );
};
