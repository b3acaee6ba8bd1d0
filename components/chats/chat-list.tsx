'use client';

import { Search } from 'lucide-react';
import { useRouter, useSelectedLayoutSegment, useSearchParams } from 'next/navigation';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { ChatList, ChatRow } from '../../lib/threads/schema';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Empty } from '../ui/empty';
import { useText } from '../words';
import { ChatItem } from './chat-item';
import { useChatList } from './use-chats';

const Group = ({
  title,
  chats,
  current,
  query,
}: {
  title: string;
  chats: ChatRow[];
  current: string | null;
  query: string;
}) =>
  chats.length === 0 ? null : (
    <section aria-label={title}>
      <h2 className="px-4 pt-3 pb-1 text-xs font-semibold text-muted">{title}</h2>
      <ul className="divide-y divide-hairline">
        {chats.map((chat) => (
          <ChatItem key={chat.id} chat={chat} current={chat.id === current} query={query} />
        ))}
      </ul>
    </section>
  );

const SearchBox = ({ value, onChange }: { value: string; onChange: (words: string) => void }) => {
  const t = useText('chats');
  return (
    <label className="relative block">
      <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
      <input
        type="search"
        value={value}
        aria-label={t('search')}
        placeholder={t('search')}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className="min-h-11 w-full rounded border border-hairline bg-surface-raised pr-3 pl-9 text-base placeholder:text-muted md:min-h-9 md:text-sm"
      />
    </label>
  );
};

/** Two panes on a desk: the chats and the one in hand. A phone shows one of them. The words searched for stay in the address. */
export const ChatsFrame = ({ first, children }: { first: ChatList; children: ReactNode }) => {
  const { business } = useStaff();
  const t = useText('chats');
  const f = useText('frame');
  const router = useRouter();
  const current = useSelectedLayoutSegment();
  const asked = useSearchParams().get('q') ?? '';
  const [words, setWords] = useState(asked);
  const q = useDeferredValue(words.trim());
  const list = useChatList(q, first);
  const chats = list.data?.pages.flatMap((page) => page.chats) ?? [];
  const query = q ? `?q=${encodeURIComponent(q)}` : '';
  const search = (typed: string): void => {
    setWords(typed);
    const address = `/${business}/chats${current ? `/${current}` : ''}`;
    router.replace(typed.trim() ? `${address}?q=${encodeURIComponent(typed.trim())}` : address, {
      scroll: false,
    });
  };
  return (
    <div className="flex h-[calc(100dvh-4rem)] md:h-dvh">
      <aside
        className={cn(
          'flex w-full flex-col border-hairline md:w-88 md:shrink-0 md:border-r',
          current && 'hidden md:flex',
        )}
      >
        <header className="flex flex-col gap-2 px-4 pt-4 pb-2">
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <SearchBox value={words} onChange={search} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-4" aria-busy={list.isFetching}>
          {list.isError ? <Unreadable onAgain={() => void list.refetch()} /> : null}
          {list.isSuccess && chats.length === 0 ? (
            <Empty title={q ? t('notFound', { query: q }) : t('none')} {...(!q && { hint: t('noneHint') })} />
          ) : null}
          <Group
            title={t('waiting')}
            chats={chats.filter((chat) => chat.waiting)}
            current={current}
            query={query}
          />
          <Group
            title={t('others')}
            chats={chats.filter((chat) => !chat.waiting)}
            current={current}
            query={query}
          />
          {list.hasNextPage ? (
            <div className="flex justify-center p-3">
              <Button
                busy={list.isFetchingNextPage}
                onClick={() => {
                  void list.fetchNextPage();
                }}
              >
                {f('loadMore')}
              </Button>
            </div>
          ) : null}
        </div>
      </aside>
      <div className={cn('min-w-0 flex-1', !current && 'hidden md:block')}>{children}</div>
    </div>
  );
};
