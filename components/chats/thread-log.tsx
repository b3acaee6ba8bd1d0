import { ChevronsDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { stampDay, stampKey } from '../../lib/i18n/format-stamp';
import type { ChatMessage } from '../../lib/threads/schema';
import { useStaff } from '../frame/staff-context';
import { useStickToBottom } from '../simulator/use-stick-to-bottom';
import { useLanguage, useText } from '../words';
import { ThreadBubble } from './thread-bubble';

const Day = ({ at }: { at: string }) => {
  const { zone } = useStaff();
  const t = useText('chats');
  const language = useLanguage();
  const today = stampKey(new Date().toISOString(), zone) === stampKey(at, zone);
  return (
    <h3 className="flex justify-center py-2">
      <span className="bubble bg-chat-chip px-3 py-1 text-xs text-chat-meta" suppressHydrationWarning>
        {today ? t('today') : stampDay(language, at, zone)}
      </span>
    </h3>
  );
};

type Props = { threadId: string; name: string; messages: ChatMessage[]; before: ReactNode; sending: boolean };

/** What was said, under its days; kept at the newest while that is being read. */
export const ThreadLog = ({ threadId, name, messages, before, sending }: Props) => {
  const { zone } = useStaff();
  const t = useText('chats');
  const stick = useStickToBottom(messages.at(-1)?.id, sending);
  return (
    <div className="chat-wallpaper relative min-h-0 flex-1 font-chat">
      <div
        ref={stick.ref}
        onScroll={stick.onScroll}
        role="log"
        aria-label={t('log', { name })}
        tabIndex={0}
        className="absolute inset-0 overflow-y-auto overscroll-contain pb-3 -outline-offset-2"
      >
        <div>
          {before}
          {messages.map((message, index) => {
            const previous = messages[index - 1];
            const newDay = !previous || stampKey(previous.at, zone) !== stampKey(message.at, zone);
            const first =
              newDay || previous.direction !== message.direction || previous.author !== message.author;
            return (
              <Fragment key={message.id}>
                {newDay ? <Day at={message.at} /> : null}
                <ThreadBubble threadId={threadId} message={message} first={first} />
              </Fragment>
            );
          })}
        </div>
      </div>
      {stick.away ? (
        <button
          type="button"
          aria-label={t('newMessages')}
          onClick={stick.toBottom}
          className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-chat-chip text-chat-meta shadow-md"
        >
          <ChevronsDown aria-hidden className="size-5" />
        </button>
      ) : null}
    </div>
  );
};
