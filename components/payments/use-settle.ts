'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

const refusals = {
  'slot-taken': 'refused_slot_taken',
  'no-booking': 'refused_no_booking',
  changed: 'refused_changed',
  currency: 'refused_currency',
  'wrong-state': 'refused_wrong_state',
  gateway: 'refused_gateway',
} as const;

type Wanted = { method?: 'post' | 'delete'; path: string; body?: object };

/** Decides something about money, says what came of it, and has everything that shows money read again. */
export function useSettle() {
  const { business } = useStaff();
  const t = useText('payments');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = 'post', path, body }: Wanted) =>
      api<unknown>(business, method, path, { ...(body && { body }) }),
    onSuccess: () => {
      toast(t('done'));
    },
    onError: (error) => {
      const why = problemOf(error).errors[0]?.message as keyof typeof refusals | undefined;
      toast(t((why && refusals[why]) ?? 'refused'));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.money() }),
        queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
      ]),
  });
}
