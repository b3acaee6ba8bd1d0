'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { formatPhone } from '../format-phone';
import type { ChatMessage, Transcript } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { WordsProvider } from '../simulator/words';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { ReplyBox } from './reply-box';
import { ThreadHead } from './thread-head';
import { ThreadLog } from './thread-log';
import { useReread, useThread } from './use-chats';
import { asMessage, useReply } from './use-reply';

/** What is shown has been seen, once the page is in front of somebody. */
function useSeen(shown: Transcript): void {
  const { business } = useStaff();
  const reread = useReread();
  const { id, unread } = shown.chat;
  const { nextPosition } = shown;
  useEffect(() => {
    if (unread === 0 || document.visibilityState !== 'visible') return;
    void api(business, 'post', `chats/${id}/seen`, { body: { position: nextPosition } }).then(
      () => reread('chats'),
      // It stays marked as new: the next look at it tries again.
      () => undefined,
    );
    // The functions are new at each drawing; what counts is what has been seen.
  }, [business, id, unread, nextPosition]);
}

/** Pages of older messages, fetched on demand. */
function useEarlier(shown: Transcript) {
  const { business } = useStaff();
  const f = useText('frame');
  const [older, setOlder] = useState<{ messages: ChatMessage[]; more: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const oldest = older?.messages[0] ?? shown.messages[0];
  const load = async (): Promise<void> => {
    if (!oldest) return;
    setBusy(true);
    try {
      const query = { before: oldest.position };
      const page = await api<Transcript>(business, 'get', `chats/${shown.chat.id}`, { query });
      setOlder({ messages: [...page.messages, ...(older?.messages ?? [])], more: page.more });
    } catch {
      toast(f('failed'));
    }
    setBusy(false);
  };
  return { messages: older?.messages ?? [], more: older ? older.more : shown.more, busy, load };
}

/** New messages push the newest page on: what left it is kept from the pages before. */
const joined = (older: ChatMessage[], newest: ChatMessage[]): ChatMessage[] => {
  const from = newest[0]?.position ?? 0;
  return [...older.filter((one) => one.position < from), ...newest];
};

/** One chat: who, what was said, and where to answer. */
export const ThreadView = ({ first }: { first: Transcript }) => {
  const { userName, may } = useStaff();
  const t = useText('chats');
  const language = useLanguage();
  const query = useSearchParams().toString();
  const { data: shown } = useThread(first);
  const earlier = useEarlier(shown);
  const reply = useReply(shown);
  useSeen(shown);
  const name = shown.chat.name ?? formatPhone(shown.chat.phone) ?? t('unnamed');
  const messages = [
    ...joined(earlier.messages, shown.messages),
    ...reply.pending.map((one) => asMessage(one, userName)),
  ];
  const failed = reply.pending.filter((one) => one.failed);
  return (
    <WordsProvider language={language}>
      <section aria-label={name} className="flex h-full flex-col">
        <ThreadHead shown={shown} query={query ? `?${query}` : ''} />
        <ThreadLog
          threadId={shown.chat.id}
          name={name}
          messages={messages}
          sending={reply.pending.length > 0}
          before={
            earlier.more ? (
              <div className="flex justify-center p-3">
                <Button busy={earlier.busy} onClick={() => void earlier.load()}>
                  {t('earlier')}
                </Button>
              </div>
            ) : null
          }
        />
        {failed.map((one) => (
          <button
            key={one.key}
            type="button"
            className="min-h-11 truncate border-t border-hairline px-4 text-left text-sm font-semibold text-danger"
            onClick={() => {
              reply.again(one);
            }}
          >
            {t('notSent')}
          </button>
        ))}
        {may('chat.reply') ? <ReplyBox shown={shown} onSend={reply.send} /> : null}
      </section>
    </WordsProvider>
  );
};
