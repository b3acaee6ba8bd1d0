'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { CalendarsPage } from '../../../lib/mirrors/schema';
import { api } from '../../api';
import { useStaff } from '../../frame/staff-context';
import { queryKeys } from '../../query-keys';
import { useText } from '../../words';

/** The first reading of a new address shows within so long. */
const everyMs = 15_000;

export function useCalendars(first: CalendarsPage) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('calendars'),
    queryFn: ({ signal }) => api<CalendarsPage>(business, 'get', 'calendars', { signal }),
    initialData: first,
    refetchInterval: everyMs,
  });
}

type Change = {
  method: 'put' | 'post' | 'delete';
  path: string;
  body?: object;
  /** Its form says itself what is wrong. */
  quiet?: boolean;
};

/** Changes something about the calendars, and says whether it went. */
export function useCalendarChange() {
  const { business } = useStaff();
  const t = useText('calendars');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      api<unknown>(business, method, `calendars/${path}`, { ...(body && { body }) }),
    onSuccess: () => {
      toast(t('saved'));
    },
    onError: (_error, { quiet }) => {
      if (!quiet) toast(t('failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.setup() }),
  });
}
