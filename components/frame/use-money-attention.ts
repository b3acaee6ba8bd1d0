import { useQuery } from '@tanstack/react-query';
import { countAttention, type Attention } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { queryKeys } from '../query-keys';
import { useStaff } from './staff-context';

/** A webhook that falls silent tells nobody, so that it is looked for now and then. */
const lookAgainMs = 5 * 60_000;

/** How many things about money want a person; null for who may not see them, and until it is known. */
export function useMoneyAttention(): number | null {
  const { business, may } = useStaff();
  const { data } = useQuery({
    // The same as the payments page reads: either has it read again for both.
    queryKey: queryKeys.money('attention'),
    queryFn: ({ signal }) => api<Attention>(business, 'get', 'payments/attention', { signal }),
    enabled: may('payment.view'),
    refetchInterval: lookAgainMs,
  });
  return data ? countAttention(data) : null;
}
