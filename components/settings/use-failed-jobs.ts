import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { FailedJobs } from '../../lib/operations/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** The queue tells nobody of its changes. */
const pollMs = 15_000;

export function useFailedJobs(first: FailedJobs) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('jobs', business),
    queryFn: ({ signal }) => api<FailedJobs>(business, 'get', 'jobs', { signal }),
    initialData: first,
    refetchInterval: pollMs,
  });
}

/** Tries a task again or discards it, and says how that went. */
export function useJobAct(job: string) {
  const { business } = useStaff();
  const t = useText('operations');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: 'retry' | 'discard') =>
      api<unknown>(business, 'post', `jobs/${job}`, { body: { act } }),
    onSuccess: (_answer, act) => {
      toast(t(act === 'retry' ? 'retried' : 'discarded'));
    },
    onError: (error) => {
      toast(t(problemOf(error).status === 404 ? 'jobGone' : 'failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.setup('jobs') }),
  });
}
