'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { CostReport } from '../../lib/costs/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** What messages cost in a month. */
export function useCosts(month: string, initial: CostReport) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.chats('costs', month),
    queryFn: ({ signal }) => api<CostReport>(business, 'get', 'message-costs', { query: { month }, signal }),
    placeholderData: keepPreviousData,
    // Chats change all the time, and costs only by a few paise.
    staleTime: 30_000,
    ...(month === initial.month && { initialData: initial }),
  });
}

type Change = { method: 'put' | 'delete'; path: string; body?: object };

/** Changes prices or the budget, and says whether it went. */
export function useCostChange() {
  const { business } = useStaff();
  const t = useText('costs');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      api<unknown>(business, method, `message-costs/${path}`, { ...(body && { body }) }),
    onSuccess: () => {
      toast(t('saved'));
    },
    onError: () => {
      toast(t('failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.chats('costs') }),
  });
}
