import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChatList, QuickReply, Transcript } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

/** The list of chats, or those found; grows by pages. `first` is the page the server brought. */
export function useChatList(q: string, first: ChatList) {
  const { business } = useStaff();
  return useInfiniteQuery({
    queryKey: queryKeys.chats('list', business, q),
    queryFn: ({ pageParam, signal }) =>
      api<ChatList>(business, 'get', 'chats', {
        query: { ...(q && { q }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    ...(q === '' && { initialData: { pages: [first], pageParams: [''] } }),
    placeholderData: (before) => before,
  });
}

export const threadKey = (business: string, threadId: string) =>
  queryKeys.chats('thread', business, threadId);

/** One chat with its newest messages. */
export function useThread(first: Transcript) {
  const { business } = useStaff();
  const { id } = first.chat;
  return useQuery({
    queryKey: threadKey(business, id),
    queryFn: ({ signal }) => api<Transcript>(business, 'get', `chats/${id}`, { signal }),
    initialData: first,
  });
}

export function useQuickReplies() {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('quick-replies', business),
    queryFn: ({ signal }) => api<{ replies: QuickReply[] }>(business, 'get', 'quick-replies', { signal }),
  });
}

/** Has all that hangs on chats, or on quick replies, read again. */
export function useReread(): (what: 'chats' | 'setup') => Promise<void> {
  const queries = useQueryClient();
  return (what) => queries.invalidateQueries({ queryKey: queryKeys[what]() });
}
