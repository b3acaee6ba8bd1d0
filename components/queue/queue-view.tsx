'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import type { BookingAct, QueueView as Queue } from '../../lib/booking/desk/schema';
import { api } from '../api';
import { StatusMark } from '../booking/status-mark';
import { useBookingWords } from '../booking/use-booking-words';
import { setParams } from '../bookings/list-address';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useText } from '../words';
import { LateDialog } from './late-dialog';

type Props = {
  initial: { resourceId: string; queue: Queue };
  resources: { id: string; name: string }[];
};
type Row = Queue['rows'][number];

/** The minute as it passes, for waiting times. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 20_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

/**
 * A doctor's day: who is inside, who is next, who waits how long. Calling the next one completes whoever is inside and
 * marks the next as arrived and gone in.
 */
export const QueueView = ({ initial, resources }: Props) => {
  const t = useText('bookings');
  const { business, may } = useStaff();
  const queries = useQueryClient();
  const resourceId = useSearchParams().get('resource') ?? initial.resourceId;
  const [late, setLate] = useState(false);
  const { data, isError, refetch } = useQuery({
    queryKey: queryKeys.bookings('queue', resourceId),
    queryFn: ({ signal }) => api<Queue>(business, 'get', 'queue', { query: { resourceId }, signal }),
    ...(resourceId === initial.resourceId && { initialData: initial.queue }),
  });
  const rows = data?.rows ?? [];
  const open = rows.filter(({ status }) => status === 'confirmed' || status === 'checked-in');
  const arrived = open.filter(({ status }) => status === 'checked-in');
  const next = arrived[0] ?? open[0];
  const now = useMinute();
  const toCome = open.filter(({ endsAt }) => Date.parse(endsAt) > now);
  const call = useMutation({
    mutationFn: async (row: Row) => {
      const act = (body: BookingAct) => api(business, 'post', `bookings/${row.id}/acts`, { body });
      await act(
        row.status === 'confirmed'
          ? { act: 'check-in', version: row.version }
          : { act: 'complete', version: row.version },
      );
    },
    onError: () => {
      toast(t('changed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
  return (
    <>
      <PageHead title={t('queueTitle')}>
        {may('booking.change') ? (
          <Button
            disabled={toCome.length === 0}
            onClick={() => {
              setLate(true);
            }}
          >
            {t('late')}
          </Button>
        ) : null}
      </PageHead>
      <div className="flex max-w-2xl flex-col gap-5 px-4 pb-10 md:px-6">
        {resources.length > 1 ? (
          <SelectField
            label={t('queueOf')}
            value={resourceId}
            onChange={(event) => {
              setParams({ resource: event.target.value });
            }}
          >
            {resources.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        {next ? (
          <NextUp
            row={next}
            busy={call.isPending}
            onCall={() => {
              call.mutate(next);
            }}
          />
        ) : null}
        {isError && !data ? <Unreadable onAgain={() => void refetch()} /> : null}
        {rows.length === 0 && data ? <Empty title={t('queueEmpty')} /> : null}
        {rows.length > 0 && !next ? <Empty title={t('queueDone')} /> : null}
        <QueueRows rows={open.filter((row) => row.id !== next?.id)} />
        <QueueRows title={t('seen')} rows={rows.filter((row) => !open.includes(row))} />
      </div>
      {late && toCome[0] ? (
        <LateDialog
          booking={toCome[0].id}
          resourceId={resourceId}
          count={toCome.length}
          onClose={() => {
            setLate(false);
          }}
        />
      ) : null}
    </>
  );
};

const NextUp = ({ row, busy, onCall }: { row: Row; busy: boolean; onCall: () => void }) => {
  const t = useText('bookings');
  const { may } = useStaff();
  const words = useBookingWords();
  const inside = row.status === 'checked-in';
  return (
    <section className="flex items-center gap-4 rounded border border-accent bg-accent-soft p-4">
      <p className="text-center">
        <span className="block text-xs text-muted">{t('token')}</span>
        <span className="block text-xl font-semibold">{row.token}</span>
      </p>
      <div className="min-w-0 flex-1">
        <p className="text-xs text-muted">{t(inside ? 'inProgress' : 'next')}</p>
        <p className="text-base font-semibold break-words">{words.who(row)}</p>
        <p className="text-sm text-muted">{words.span(row)}</p>
      </div>
      {may('booking.change') ? (
        <Button look="primary" busy={busy} onClick={onCall}>
          {t(inside ? 'actComplete' : 'call')}
        </Button>
      ) : null}
    </section>
  );
};

const QueueRows = ({ title, rows }: { title?: string; rows: readonly Row[] }) => {
  const words = useBookingWords();
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col">
      {title ? <h2 className="pb-1 text-xs text-muted">{title}</h2> : null}
      <ol>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-hairline">
            <button
              type="button"
              className="flex min-h-14 w-full items-center gap-4 py-2 text-left"
              onClick={() => {
                setParams({ booking: row.id }, true);
              }}
            >
              <span className="w-8 shrink-0 text-right text-base font-semibold">{row.token}</span>
              <span className="min-w-0 flex-1">
                <span className="block break-words">{words.who(row)}</span>
                <span className="block text-sm text-muted">{words.time(row.startsAt)}</span>
              </span>
              <span className="flex shrink-0 flex-col items-end">
                <StatusMark status={row.status} />
                <Wait row={row} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Wait = ({ row }: { row: Row }) => {
  const t = useText('bookings');
  const now = useMinute();
  if (row.status !== 'checked-in' || !row.arrivedAt) return null;
  const minutes = Math.max(0, Math.floor((now - Date.parse(row.arrivedAt)) / 60_000));
  return <span className="text-xs text-muted">{t('waiting', { minutes })}</span>;
};
