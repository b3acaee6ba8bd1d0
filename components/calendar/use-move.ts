'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { CalendarBooking, CalendarView, Placed } from '../../lib/booking/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';
import type { PriceChoice } from '../booking/price-choice';
import { lengthOf } from '../booking/use-reschedule';

export type Move = {
  booking: CalendarBooking;
  resourceId: string;
  startsAt: string;
  durationMinutes: number;
  notify: boolean;
  overrideReason: string | null;
  /** Undone, it costs what it did before. */
  price: PriceChoice | 'before';
  /** It takes back a move made a moment ago: there is nothing to take back after it. */
  isUndo?: true;
};

const undoMs = 10_000;

/**
 * Moves a booking: shown at its new time at once, put back where the server refuses, and undone within ten seconds. Who
 * loses to somebody else is told and sees how it stands now.
 */
export function useMove() {
  const t = useText('calendar');
  const { business } = useStaff();
  const queries = useQueryClient();
  const key = queryKeys.bookings('calendar');
  const reread = (): void => {
    void queries.invalidateQueries({ queryKey: queryKeys.bookings() });
  };
  /** Who was told of the move is told that it is taken back, and the button says so. */
  const offerUndo = (placed: Extract<Placed, { outcome: 'done' }>, { booking }: Move): void => {
    const wasTold = placed.told === 'message';
    toast(placed.told ? t(`told-${placed.told}`) : t('moved'), {
      duration: undoMs,
      action: {
        label: t(wasTold ? 'undoAndTell' : 'undo'),
        onClick: () => {
          move.mutate({
            booking: { ...booking, version: placed.version },
            resourceId: booking.resourceId,
            startsAt: booking.startsAt,
            durationMinutes: lengthOf(booking),
            notify: wasTold,
            overrideReason: booking.over ? t('undone') : null,
            price: 'before',
            isUndo: true,
          });
        },
      },
    });
  };
  const move = useMutation({
    mutationFn: ({ booking, resourceId, startsAt, durationMinutes, notify, overrideReason, price }: Move) =>
      api<Placed>(business, 'put', `calendar/bookings/${booking.id}/time`, {
        body: {
          resourceId,
          startsAt,
          durationMinutes,
          notify,
          overrideReason,
          price,
          version: booking.version,
        },
      }),
    onMutate: async ({ booking, resourceId, startsAt, durationMinutes }) => {
      await queries.cancelQueries({ queryKey: key });
      const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
      queries.setQueriesData<CalendarView>({ queryKey: key }, (view) => {
        if (!view) return view;
        const moved = { ...booking, resourceId, startsAt, endsAt };
        return { ...view, bookings: view.bookings.map((one) => (one.id === booking.id ? moved : one)) };
      });
    },
    onSuccess: (placed, asked) => {
      if (placed.outcome === 'refused') toast(t('refused'));
      else if (placed.outcome === 'changed') toast(t('changedMeanwhile'));
      else if (asked.isUndo) toast(t(placed.told === 'message' ? 'undoneTold' : 'undone'));
      else offerUndo(placed, asked);
    },
    onError: (error) => toast(t(problemOf(error).status === 403 ? 'overrideNotYours' : 'failed')),
    onSettled: reread,
  });
  return move;
}
