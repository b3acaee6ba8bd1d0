import { useQuery } from '@tanstack/react-query';
import type { News } from '../../lib/reports/schema';
import { api } from '../api';
import { queryKeys } from '../query-keys';
import { useStaff } from './staff-context';

/** A webhook that falls silent tells nobody, so that it is looked for now and then. */
const lookAgainMs = 5 * 60_000;

/** How many things about money want a person; null for who may not see them, and until it is known. */
export function useMoneyAttention(): number | null {
  const { business, may } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.money('waiting'),
    queryFn: async ({ signal }) => {
      // The number stands for now; what else is new is asked for by whoever tells of it.
      const since = new Date(Date.now()).toISOString();
      const { money } = await api<News>(business, 'get', 'news', { query: { since }, signal });
      return money;
    },
    enabled: may('payment.view'),
    refetchInterval: lookAgainMs,
  });
  return data ?? null;
}
