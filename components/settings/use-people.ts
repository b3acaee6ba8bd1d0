import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { People } from '../../lib/tenancy/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** Who works here, read anew when it changes. */
export function usePeople(first: People) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('people', business),
    queryFn: ({ signal }) => api<People>(business, 'get', 'people', { signal }),
    initialData: first,
  });
}

/** Carries an act on people out, has the list read again, and says what stands in the way. */
export function usePeopleAct() {
  const t = useText('settings');
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>, said?: string): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: queryKeys.setup('people') });
      if (said) toast(said);
      setBusy(false);
      return true;
    } catch (error) {
      toast(t(problemOf(error).errors.some((one) => one.message === 'last-owner') ? 'lastOwner' : 'failed'));
      setBusy(false);
      return false;
    }
  };
  return { busy, act };
}
