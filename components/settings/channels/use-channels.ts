'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type {
  ChannelDetail,
  ChannelForm,
  ChannelsPage,
  ProviderAnswer,
} from '../../../lib/tenancy/channels/schema';
import { api, problemOf } from '../../api';
import { useStaff } from '../../frame/staff-context';
import { queryKeys } from '../../query-keys';
import { useText } from '../../words';

export function useChannels(first: ChannelsPage) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('channels'),
    queryFn: ({ signal }) => api<ChannelsPage>(business, 'get', 'channels', { signal }),
    initialData: first,
  });
}

/** The page hears of changes by itself; while its owner waits for one it looks as well, lest a lost line keep them waiting. */
const waitingMs = 5_000;

export function useChannel(first: ChannelDetail, waiting: (channel: ChannelDetail) => boolean) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('channel', first.id),
    queryFn: ({ signal }) => api<ChannelDetail>(business, 'get', `channels/${first.id}`, { signal }),
    initialData: first,
    refetchInterval: ({ state }) => (state.data && waiting(state.data) ? waitingMs : false),
  });
}

/** Fields that the server wants otherwise, by their names. */
export type Mistakes = Record<string, string>;

const mistakesOf = (error: unknown): Mistakes =>
  Object.fromEntries(problemOf(error).errors.map(({ path, message }) => [path, message]));

/** Connects a number, or changes the keys of one; gives the mistakes of what was entered. */
export function useSaveChannel(id: string | null, onSaved: (id: string) => void) {
  const { business } = useStaff();
  const t = useText('channels');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: ChannelForm): Promise<string> => {
      if (id === null) return (await api<{ id: string }>(business, 'post', 'channels', { body: form })).id;
      await api<unknown>(business, 'put', `channels/${id}`, { body: form });
      return id;
    },
    onSuccess: (saved) => {
      onSaved(saved);
    },
    onError: (error) => {
      if (Object.keys(mistakesOf(error)).length === 0) toast(t('failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.setup() }),
  });
}

export const mistakesIn = (error: Error | null): Mistakes => (error ? mistakesOf(error) : {});

type Act =
  | { act: 'check' | 'webhook' }
  | { act: 'test'; phone: string }
  | { act: 'archive'; archived: boolean }
  | { act: 'seen' };

/** What can be done about one number beside its keys. */
export function useChannelAct(id: string) {
  const { business } = useStaff();
  const t = useText('channels');
  const queries = useQueryClient();
  const at = `channels/${id}`;
  return useMutation({
    mutationFn: async (act: Act): Promise<ProviderAnswer | undefined> => {
      switch (act.act) {
        case 'test':
          return api<ProviderAnswer>(business, 'post', `${at}/test`, { body: { phone: act.phone } });
        case 'webhook':
          return api<ProviderAnswer>(business, 'post', `${at}/webhook`);
        case 'check':
          return api<undefined>(business, 'post', `${at}/check`);
        case 'archive':
          return api<undefined>(business, 'put', `${at}/archive`, { body: { archived: act.archived } });
        case 'seen':
          return api<undefined>(business, 'delete', `${at}/alerts`);
      }
    },
    onError: (error) => {
      if (Object.keys(mistakesOf(error)).length === 0) toast(t('failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.setup() }),
  });
}
