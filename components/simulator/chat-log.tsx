import { ChevronsDown } from 'lucide-react';
import { Fragment, useMemo, type ReactNode } from 'react';
import { chatDate, chatDay } from '../../lib/i18n/chat-stamp';
import type { ChatMessage } from '../../lib/simulator/types';
import { Bubble, type BubbleHandlers } from './bubble';
import type { ShownMessage } from './simulator-state';
import { useStickToBottom } from './use-stick-to-bottom';
import { useWords } from './words';

type ChatLogProps = {
  label: string;
  messages: ShownMessage[];
  businessName: string;
  typing: boolean;
  handlers: BubbleHandlers;
  empty: ReactNode;
};

const none: ReadonlySet<string> = new Set();

const Day = ({ at }: { at: string }) => {
  const { language, t } = useWords();
  const day = chatDate(at);
  const today = chatDate(new Date().toISOString());
  const yesterday = chatDate(new Date(Date.now() - 86_400_000).toISOString());
  const label = day === today ? t('today') : day === yesterday ? t('yesterday') : chatDay(language, at);
  return (
    <div className="flex justify-center py-2">
      <span className="bubble bg-chat-chip px-3 py-1 text-xs text-chat-meta">{label}</span>
    </div>
  );
};

const TypingBubble = ({ label }: { label: string }) => (
  <div className="px-4 pt-2" role="status" aria-label={label}>
    <div className="bubble bubble-tail-theirs inline-flex h-9 items-center gap-1 bg-chat-theirs px-4">
      {[0, 1, 2].map((dot) => (
        <span key={dot} className="typing-dot size-2 rounded-full bg-chat-meta" />
      ))}
    </div>
  </div>
);

/** Titles of this chat's taps, by the message they answer. */
const tapsByMessage = (messages: readonly ShownMessage[]): Map<string, ReadonlySet<string>> => {
  const taps = new Map<string, ReadonlySet<string>>();
  for (const { content, replyTo } of messages) {
    if ((content.kind !== 'button-reply' && content.kind !== 'template-reply') || replyTo === undefined)
      continue;
    taps.set(replyTo, new Set([...(taps.get(replyTo) ?? []), content.title]));
  }
  return taps;
};

const byId = (messages: readonly ShownMessage[]): Map<string, ChatMessage> =>
  new Map(messages.flatMap((each) => (each.pending ? [] : [[each.id, each] as const])));

/** The messages of a chat under their days, kept at the newest one while it is being read. */
export const ChatLog = ({ label, messages, businessName, typing, handlers, empty }: ChatLogProps) => {
  const { t } = useWords();
  const last = messages.at(-1);
  const stick = useStickToBottom(`${last?.id ?? ''}${typing ? '…' : ''}`, last?.pending !== undefined);
  const taps = useMemo(() => tapsByMessage(messages), [messages]);
  const known = useMemo(() => byId(messages), [messages]);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={stick.ref}
        onScroll={stick.onScroll}
        role="log"
        aria-label={label}
        tabIndex={0}
        className="absolute inset-0 overflow-y-auto overscroll-contain pb-3 -outline-offset-2"
      >
        <div>
          {messages.length === 0 ? empty : null}
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const newDay = before === undefined || chatDate(before.at) !== chatDate(message.at);
            return (
              <Fragment key={message.id}>
                {newDay ? <Day at={message.at} /> : null}
                <Bubble
                  message={message}
                  quoted={message.replyTo === undefined ? undefined : known.get(message.replyTo)}
                  businessName={businessName}
                  first={newDay || before.from !== message.from}
                  tapped={taps.get(message.id) ?? none}
                  handlers={handlers}
                />
              </Fragment>
            );
          })}
          {typing ? <TypingBubble label={t('typing')} /> : null}
        </div>
      </div>
      {stick.away ? (
        <button
          type="button"
          aria-label={t('toBottom')}
          onClick={stick.toBottom}
          className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-chat-chip text-chat-meta shadow-md"
        >
          <ChevronsDown size={22} aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
};
