import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { Keeping, ShownKeeping } from '../../lib/operations/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

export function useKeeping(first: ShownKeeping) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('data', business),
    queryFn: ({ signal }) => api<ShownKeeping>(business, 'get', 'data', { signal }),
    initialData: first,
  });
}

/** Keeps data for another time from tonight on, and says so. */
export function useSaveKeeping() {
  const { business } = useStaff();
  const t = useText('operations');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (keeping: Keeping) => api<unknown>(business, 'put', 'data', { body: keeping }),
    onSuccess: () => {
      toast(t('saved'));
      return queries.invalidateQueries({ queryKey: queryKeys.setup('data') });
    },
    onError: () => {
      toast(t('failed'));
    },
  });
}
