'use client';

import { useQuery } from '@tanstack/react-query';
import type { Setup } from '../../lib/catalog/setup/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

/** What setup stands at, read anew when somebody changes it. */
export function useSetup(): Setup {
  const { business } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.setup(business),
    queryFn: ({ signal }) => api<Setup>(business, 'get', 'setup', { signal }),
  });
  if (!data) throw new Error('The frame of setup brings its first reading.');
  return data;
}
