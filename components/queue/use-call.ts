'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';
import type { QueueRow } from './places';

/** Calls somebody in and completes, with it, the visit of who is inside. */
export function useCall(inside: QueueRow | null) {
  const t = useText('bookings');
  const { business } = useStaff();
  const queries = useQueryClient();
  const seen = ({ id, version }: QueueRow) => ({ id, version });
  return useMutation({
    mutationFn: (next: QueueRow) =>
      api(business, 'post', 'queue/call', { body: { inside: inside && seen(inside), next: seen(next) } }),
    onError: (error) => {
      toast(t(problemOf(error).status === 409 ? 'changed' : 'actFailed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
  });
}
