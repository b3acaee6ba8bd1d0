'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

type Call = { method: 'post' | 'put' | 'delete'; path: string; body?: object };

/** Sends one change of the setup and reads it anew. A conflict is left to the form; other failures are told. */
export function useSave<T = unknown>(onDone?: (answer: T) => void) {
  const { business } = useStaff();
  const client = useQueryClient();
  const t = useText('frame');
  const mutation = useMutation({
    mutationFn: ({ method, path, body }: Call) => api<T>(business, method, path, { ...(body && { body }) }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: queryKeys.setup() });
      onDone?.(answer);
    },
    onError: (error) => {
      if (problemOf(error).status === 409) void client.invalidateQueries({ queryKey: queryKeys.setup() });
      else toast(t('failed'));
    },
  });
  return { ...mutation, conflict: problemOf(mutation.error).status === 409 };
}
