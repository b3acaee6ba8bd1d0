'use client';

import { useAct } from '../booking/use-booking';
import { useBookingWords } from '../booking/use-booking-words';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import type { QueueRow } from './places';
import { useCall } from './use-call';

type Props = { inside: readonly QueueRow[]; next: QueueRow | null };

/** Who is inside, and the one press that ends their visit and calls the next one: what it does stands below it. */
export const CallNext = ({ inside, next }: Props) => {
  const t = useText('bookings');
  const { may } = useStaff();
  const { who } = useBookingWords();
  const [current = null] = inside;
  const call = useCall(current);
  const brings = next && [
    ...(current ? [t('callCompletes', { name: who(current) })] : []),
    ...(next.status === 'confirmed' ? [t('callArrives', { name: who(next) })] : []),
  ];
  return (
    <section className="flex flex-col gap-4 rounded border border-accent bg-accent-soft p-4">
      {current ? null : <p className="text-sm text-muted">{t('nobodyInside')}</p>}
      {inside.map((row) => (
        <Inside key={row.id} row={row} />
      ))}
      {next && may('booking.change') ? (
        <div className="flex flex-col gap-1.5">
          <Button
            look="primary"
            busy={call.isPending}
            className="h-auto py-2 text-base whitespace-normal"
            onClick={() => {
              call.mutate(next);
            }}
          >
            {t('callToken', { token: next.token, name: who(next) })}
          </Button>
          {brings && brings.length > 0 ? <p className="text-xs text-muted">{brings.join(' ')}</p> : null}
        </div>
      ) : null}
    </section>
  );
};

const Inside = ({ row }: { row: QueueRow }) => {
  const t = useText('bookings');
  const { may } = useStaff();
  const { who, span } = useBookingWords();
  const act = useAct(row.id);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="min-w-12 text-center">
        <span className="block text-xs text-muted">{t('token')}</span>
        <span className="block text-xl font-semibold">{row.token}</span>
      </p>
      <div className="min-w-40 flex-1">
        <p className="text-xs text-muted">{t('inside')}</p>
        <p className="text-base font-semibold break-words">{who(row)}</p>
        <p className="text-sm text-muted">{span(row)}</p>
      </div>
      {may('booking.change') ? (
        <Button
          busy={act.isPending}
          onClick={() => {
            act.mutate({ act: 'complete', version: row.version });
          }}
        >
          {t('finish')}
        </Button>
      ) : null}
    </div>
  );
};
