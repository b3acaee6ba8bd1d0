'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import type { SeriesChange, SeriesChanged, SeriesChangePlan } from '../../lib/booking/series/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

type Wish = Pick<Extract<SeriesChange, { act: 'cancel' }>, 'reach' | 'reason'>;

/** Which bookings a cancelled series means, and what their customer would read. */
export function useCancelPlan(booking: BookingDetail, wish: Wish) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('series-cancel', booking.id, wish),
    queryFn: ({ signal }) =>
      api<SeriesChangePlan>(business, 'post', `bookings/${booking.id}/series/plan`, {
        body: { act: 'cancel', ...wish },
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Cancels several bookings of a series at once, says what came of it, and has all that shows bookings read again. */
export function useCancelSeries(booking: BookingDetail, onDone: () => void) {
  const t = useText('bookings');
  const { business } = useStaff();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Omit<Extract<SeriesChange, { act: 'cancel' }>, 'act'>) =>
      api<SeriesChanged>(business, 'post', `bookings/${booking.id}/series`, {
        body: { act: 'cancel', ...change },
      }),
    onSuccess: (changed) => {
      if (changed.outcome !== 'done') toast(t('changed'));
      else if (changed.told === null) toast(t('seriesCancelled', { count: changed.count }));
      else toast(t(changed.told === 'message' ? 'doneTold' : 'doneUntold'));
      onDone();
    },
    onError: () => toast(t('actFailed')),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
}
