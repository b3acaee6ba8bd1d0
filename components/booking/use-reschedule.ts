'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { BookingDetail, MoveTimes, MoveTimesQuery } from '../../lib/booking/desk/schema';
import type { Placed } from '../../lib/booking/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';
import type { PriceChoice } from './price-choice';

/** Where a booking may go. */
export type Place = { resourceId: string; startsAt: string; durationMinutes: number };

const undoMs = 10_000;

export const lengthOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

/** The free times of a booking's service as they stand now: read again whenever bookings change. */
export function useMoveTimes(booking: string, query: MoveTimesQuery) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('times', booking, query),
    queryFn: ({ signal }) => api<MoveTimes>(business, 'get', `bookings/${booking}/times`, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

type Asked = {
  to: Place;
  version: number;
  notify: boolean;
  price: PriceChoice | 'before';
  undoing?: boolean;
};

/**
 * Gives a booking another time and offers to undo it for ten seconds. `onMoved` once it is done; a refusal is the
 * mutation's data, with who stands in the way.
 */
export function useReschedule(booking: BookingDetail, onMoved: () => void) {
  const t = useText('bookings');
  const { business } = useStaff();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: ({ to, version, notify, price }: Asked) =>
      api<Placed>(business, 'put', `calendar/bookings/${booking.id}/time`, {
        body: { ...to, version, notify, price, overrideReason: null },
      }),
    onSuccess: (placed, asked) => {
      if (placed.outcome !== 'done') {
        if (asked.undoing) toast(t('undoFailed'));
        return;
      }
      const { told, version } = placed;
      const said = t(told === null ? 'moved' : told === 'message' ? 'movedTold' : 'movedUntold');
      if (asked.undoing) {
        toast(t('undone'));
        return;
      }
      onMoved();
      const { resourceId, startsAt } = booking;
      const to = { resourceId, startsAt, durationMinutes: lengthOf(booking) };
      toast(said, {
        duration: undoMs,
        action: {
          label: t('undo'),
          onClick: () => {
            move.mutate({ to, version, notify: told === 'message', price: 'before', undoing: true });
          },
        },
      });
    },
    onError: () => {
      toast(t('actFailed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
  return move;
}
