import { useQuery } from '@tanstack/react-query';
import { api } from '../api';
import { queryKeys } from '../query-keys';
import { useStaff } from './staff-context';

/** A token that comes near its end tells nobody, so that it is looked for now and then. */
const lookAgainMs = 10 * 60_000;

/** How many things about WhatsApp numbers want a person; null for who may not see them, and until it is known. */
export function useChannelAttention(): number | null {
  const { business, may } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.setup('channels', 'attention'),
    queryFn: ({ signal }) => api<{ count: number }>(business, 'get', 'channels/attention', { signal }),
    enabled: may('channels.connect'),
    refetchInterval: lookAgainMs,
  });
  return data ? data.count : null;
}
