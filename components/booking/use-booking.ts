'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { BookingAct, BookingActed, BookingDetail } from '../../lib/booking/desk/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** One booking, read again by itself whenever bookings change. */
export function useBooking(booking: string, initial?: BookingDetail) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('one', booking),
    queryFn: ({ signal }) => api<BookingDetail>(business, 'get', `bookings/${booking}`, { signal }),
    ...(initial && { initialData: initial }),
  });
}

/** Does something to a booking, says what came of it, and has everything that shows bookings read again. */
export function useAct(booking: string) {
  const { business } = useStaff();
  const t = useText('bookings');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: BookingAct) =>
      api<BookingActed>(business, 'post', `bookings/${booking}/acts`, { body: act }),
    onSuccess: ({ told }) => {
      toast(t(told === null ? 'done' : told === 'message' ? 'doneTold' : 'doneUntold'));
    },
    onError: (error) => {
      toast(t(problemOf(error).status === 409 ? 'changed' : 'actFailed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
}
