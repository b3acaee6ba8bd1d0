'use client';

import { useAct } from '../booking/use-booking';
import { useBookingWords } from '../booking/use-booking-words';
import { setParams } from '../bookings/list-address';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import type { QueueRow } from './places';

type Props = {
  title: string;
  rows: readonly QueueRow[];
  /** Null before the page has come alive. */ now: Date | null;
};

/** One group of a day; a row opens the booking. */
export const QueueRows = ({ title, rows, now }: Props) => {
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col">
      <h2 className="pb-1 text-xs text-muted">
        {title} · {rows.length}
      </h2>
      <ol className="border-t border-hairline">
        {rows.map((row) => (
          <Row key={row.id} row={row} now={now} />
        ))}
      </ol>
    </section>
  );
};

const Row = ({ row, now }: { row: QueueRow; now: Date | null }) => {
  const t = useText('bookings');
  const words = useBookingWords();
  const { may } = useStaff();
  const act = useAct(row.id);
  const waits = row.status === 'checked-in' && row.arrivedAt && now ? minutesSince(row.arrivedAt, now) : null;
  return (
    <li className="flex items-center gap-3 border-b border-hairline">
      <button
        type="button"
        className="flex min-h-14 min-w-0 flex-1 items-center gap-4 py-2 text-left"
        onClick={() => {
          setParams({ booking: row.id }, true);
        }}
      >
        <span className="w-8 shrink-0 text-right text-base font-semibold">{row.token}</span>
        <span className="min-w-0 flex-1">
          <span className="block break-words">{words.who(row)}</span>
          <span className="block text-sm text-muted">
            {words.time(row.startsAt)}
            {waits === null ? null : ` · ${t('waiting', { minutes: waits })}`}
          </span>
        </span>
      </button>
      {row.status === 'confirmed' && may('booking.change') ? (
        <Button
          busy={act.isPending}
          onClick={() => {
            act.mutate({ act: 'check-in', version: row.version });
          }}
        >
          {t('actCheckIn')}
        </Button>
      ) : null}
    </li>
  );
};

const minutesSince = (at: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000));
