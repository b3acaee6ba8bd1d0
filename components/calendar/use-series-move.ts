'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { SeriesChanged, SeriesChangePlan, SeriesChangeWish } from '../../lib/booking/series/schema';
import { wallClock } from '../../lib/i18n/wall-clock';
import { dayNumberOf } from '../../lib/scheduling/local-date';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';
import type { Move } from './use-move';

export type Reach = SeriesChangeWish['reach'];

type To = Pick<Move, 'booking' | 'resourceId' | 'startsAt' | 'durationMinutes'>;

/** A drop of one booking as a move of its series: so many days on, to that time, and only where the court changed to it. */
const moveOf = ({ booking, resourceId, startsAt, durationMinutes }: To, zone: string) => {
  const [from, to] = [wallClock(new Date(booking.startsAt), zone), wallClock(new Date(startsAt), zone)];
  return {
    days: dayNumberOf(to.date) - dayNumberOf(from.date),
    startMinute: to.minute,
    durationMinutes,
    resourceId: resourceId === booking.resourceId ? null : resourceId,
  };
};

/** What moving more than one booking of a series would come to; asked only where more than one is meant. */
export function useSeriesMovePlan(drop: To, reach: Reach) {
  const { business, zone } = useStaff();
  const to = moveOf(drop, zone);
  return useQuery({
    queryKey: queryKeys.bookings('series-move', drop.booking.id, reach, to),
    queryFn: ({ signal }) =>
      api<SeriesChangePlan>(business, 'post', `bookings/${drop.booking.id}/series/plan`, {
        body: { act: 'move', reach, to },
        signal,
      }),
    enabled: reach !== 'this',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Moves a part of a series together. Who loses to somebody else is told, and sees how it stands now. */
export function useSeriesMove(onDone: () => void) {
  const t = useText('calendar');
  const { business, zone } = useStaff();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ drop, reach, key, tell, rest }: SeriesMove) =>
      api<SeriesChanged>(business, 'post', `bookings/${drop.booking.id}/series`, {
        body: {
          act: 'move',
          reach,
          to: moveOf(drop, zone),
          version: drop.booking.version,
          key,
          tell,
          whenTaken: rest ? 'move-the-rest' : 'move-nothing',
        },
      }),
    onSuccess: (changed) => {
      if (changed.outcome === 'taken') {
        toast(t('seriesMoveTaken'));
        return;
      }
      if (changed.outcome === 'changed') toast(t('changedMeanwhile'));
      else toast(changed.told ? t(`told-${changed.told}`) : t('seriesMoved', { count: changed.count }));
      onDone();
    },
    onError: (error) => toast(t(problemOf(error).status === 403 ? 'overrideNotYours' : 'failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
}

type SeriesMove = {
  drop: To;
  reach: Reach;
  /** Made once for one question: pressing again after a lost answer moves nothing twice. */
  key: string;
  tell: boolean;
  /** Some new times are not free, and staff saw which. */
  rest: boolean;
};
