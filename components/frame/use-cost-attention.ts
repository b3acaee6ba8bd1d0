import { useQuery } from '@tanstack/react-query';
import type { MessageAttention } from '../../lib/costs/schema';
import { api } from '../api';
import { queryKeys } from '../query-keys';
import { useStaff } from './staff-context';

/** Costs grow by paise, and what waits for a limit waits for hours. */
const lookAgainMs = 5 * 60_000;

/** The budget of messages and what waits for the messaging limit; null for who may not see it, and until it is known. */
export function useCostAttention(): MessageAttention | null {
  const { business, may } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.setup('message-attention'),
    queryFn: ({ signal }) => api<MessageAttention>(business, 'get', 'message-costs/attention', { signal }),
    enabled: may('report.view'),
    staleTime: lookAgainMs,
    refetchInterval: lookAgainMs,
  });
  return data ?? null;
}

/** What the frame tells of messages: one text for each thing that wants a person. */
export function costWarnings(of: MessageAttention | null): ('costsNear' | 'costsOver' | 'messagesWait')[] {
  if (of === null) return [];
  return [
    ...(of.state === 'near' ? (['costsNear'] as const) : []),
    ...(of.state === 'over' ? (['costsOver'] as const) : []),
    ...(of.waiting > 0 ? (['messagesWait'] as const) : []),
  ];
}
