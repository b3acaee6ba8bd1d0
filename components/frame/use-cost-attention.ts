import { useQuery } from '@tanstack/react-query';
import type { BudgetState } from '../../lib/costs/schema';
import { api } from '../api';
import { queryKeys } from '../query-keys';
import { useStaff } from './staff-context';

/** Costs grow by paise; nobody has to know within the minute. */
const lookAgainMs = 10 * 60_000;

/** How far messages are from the month's budget; null for who may not see it, and until it is known. */
export function useCostAttention(): BudgetState['state'] | null {
  const { business, may } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.setup('message-budget'),
    queryFn: ({ signal }) => api<BudgetState>(business, 'get', 'message-costs/attention', { signal }),
    enabled: may('report.view'),
    staleTime: lookAgainMs,
    refetchInterval: lookAgainMs,
  });
  return data?.state ?? null;
}

/** Whether the owner is to be warned. */
export const isCostly = (state: BudgetState['state'] | null): boolean => state === 'near' || state === 'over';
