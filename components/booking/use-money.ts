'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { BookingMoney, MoneyAct } from '../../lib/payments/desk/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

const path = (booking: string): string => `bookings/${booking}/money`;

/** A booking's money, read again by itself whenever bookings change. */
export function useMoney(booking: string) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('money', booking),
    queryFn: ({ signal }) => api<BookingMoney>(business, 'get', path(booking), { signal }),
  });
}

const refusals = {
  'more-than-due': 'moneyRefused_more_than_due',
  'more-than-left': 'moneyRefused_more_than_left',
  'slot-taken': 'moneyRefused_slot_taken',
} as const;

/** Does something about a booking's money, and says what came of it. */
export function useMoneyAct(booking: string) {
  const { business } = useStaff();
  const t = useText('bookings');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: MoneyAct) => api<BookingMoney>(business, 'post', path(booking), { body: act }),
    onSuccess: (money) => {
      queries.setQueryData(queryKeys.bookings('money', booking), money);
      toast(t('moneyDone'));
    },
    onError: (error) => {
      const { errors } = problemOf(error);
      if (errors[0]?.message === 'utr-used') {
        toast(t('moneyRefused_utr_used', { booking: errors[1]?.message ?? '' }));
        return;
      }
      const why = errors[0]?.message as keyof typeof refusals | undefined;
      toast(t((why && refusals[why]) ?? 'moneyRefused'));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
        queries.invalidateQueries({ queryKey: queryKeys.money() }),
      ]),
  });
}
