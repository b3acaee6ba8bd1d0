'use client';

import { formatPhone } from '../format-phone';
import type { CalendarBooking } from '../../lib/booking/schema';
import { formatDay } from '../../lib/i18n/format-day';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import type { Column, Entry } from './entries';
import { lookOf } from './look';
import type { Labels } from './use-labels';

type Props = {
  title: string;
  columns: readonly Column[];
  labels: Labels;
  /** One list by time, each line with its court or doctor; otherwise a list for each of them. */
  together: boolean;
};

type Row = { entry: Entry; column: Column };

/** What hangs at the court or lies on the doctor's desk: black on white, without the app around it. */
export const DaySheet = ({ title, columns, labels, together }: Props) => {
  const t = useText('calendar');
  const { businessName } = useStaff();
  const rows = columns.flatMap((column) => column.entries.map((entry): Row => ({ entry, column })));
  return (
    <div className="hidden text-sm text-black print:block">
      <p className="flex items-baseline justify-between gap-4 border-b-2 border-black pb-1">
        <span className="text-lg font-semibold">{title}</span>
        <span>{businessName}</span>
      </p>
      {together ? (
        <SheetTable rows={rows.sort((a, b) => a.entry.from - b.entry.from)} labels={labels} withPlace />
      ) : (
        columns.map((column) => (
          <section key={column.key} className="break-inside-avoid-page pt-4">
            <SheetHead column={column} columns={columns} labels={labels} />
            {column.entries.length > 0 ? (
              <SheetTable rows={column.entries.map((entry) => ({ entry, column }))} labels={labels} />
            ) : (
              <p className="pt-1">{t('emptyDay')}</p>
            )}
          </section>
        ))
      )}
    </div>
  );
};

const SheetHead = ({
  column: { resource, day, closed },
  columns,
  labels,
}: {
  column: Column;
  columns: readonly Column[];
  labels: Labels;
}) => {
  const language = useLanguage();
  const days = new Set(columns.map((one) => one.day.date));
  const parts = [
    labels.local(resource.name),
    ...(resource.detail ? [labels.local(resource.detail)] : []),
    ...(days.size > 1 ? [formatDay(language, day.date)] : []),
    ...new Set(closed.map(({ reason }) => labels.local(reason))),
  ];
  return <h2 className="text-base font-semibold break-after-avoid">{parts.join(' · ')}</h2>;
};

const cell = 'border-b border-black/30 py-1 pr-3 text-left align-top';

const SheetTable = ({
  rows,
  labels,
  withPlace = false,
}: {
  rows: readonly Row[];
  labels: Labels;
  withPlace?: boolean;
}) => {
  const t = useText('calendar');
  return (
    <table className="w-full table-fixed border-collapse">
      <thead>
        <tr className="text-xs">
          <th className={`${cell} w-[18%] font-normal`}>{t('time')}</th>
          {withPlace ? <th className={`${cell} w-[17%] font-normal`}>{t('resource')}</th> : null}
          <th className={`${cell} font-normal`}>{t('who')}</th>
          <th className={`${cell} w-[16%] font-normal`}>{t('phone')}</th>
          <th className={`${cell} w-[16%] font-normal`}>{t('service')}</th>
          <th className={`${cell} w-[11%] font-normal`}>{t('status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, column }) => (
          <tr key={entry.key} className="break-inside-avoid">
            <td className={cell}>
              {labels.fullSpan(entry.kind === 'booking' ? entry.booking : entry.block)}
            </td>
            {withPlace ? <td className={cell}>{labels.local(column.resource.name)}</td> : null}
            {entry.kind === 'booking' ? (
              <BookingCells booking={entry.booking} labels={labels} />
            ) : (
              <td colSpan={4} className={`${cell} italic`}>
                {labels.block(entry.block)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Who comes stands first; who booked it, where that is somebody else, behind. */
const BookingCells = ({ booking, labels }: { booking: CalendarBooking; labels: Labels }) => {
  const struck = lookOf(booking) === 'cancelled' || lookOf(booking) === 'no-show' ? 'line-through' : '';
  const name = labels.name(booking);
  const by = booking.customerName;
  return (
    <>
      <td className={`${cell} wrap-anywhere ${struck}`}>
        <span className="font-semibold">{name}</span>
        {by && by !== name ? ` (${by})` : ''}
      </td>
      <td className={`${cell} whitespace-nowrap`}>{formatPhone(booking.phone)}</td>
      <td className={cell}>{labels.service(booking)}</td>
      <td className={cell}>{labels.status(booking)}</td>
    </>
  );
};
