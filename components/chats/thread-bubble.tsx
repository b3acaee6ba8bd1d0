import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';
import { memo } from 'react';
import { stampClock } from '../../lib/i18n/format-stamp';
import type { ChatMessage } from '../../lib/threads/schema';
import { BubbleBody } from '../simulator/bubble-body';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import { asOnPhone, type ChatsText } from './content';
import { CustomerFile } from './customer-file';
import { ThreadButtons } from './thread-buttons';

const marks = {
  received: null,
  queued: { icon: Clock3, key: 'statusQueued', look: '' },
  sending: { icon: Clock3, key: 'statusQueued', look: '' },
  accepted: { icon: Clock3, key: 'statusQueued', look: '' },
  sent: { icon: Check, key: 'statusSent', look: '' },
  delivered: { icon: CheckCheck, key: 'statusDelivered', look: '' },
  read: { icon: CheckCheck, key: 'statusRead', look: 'text-chat-tick' },
  failed: { icon: CircleAlert, key: 'statusFailed', look: 'text-danger' },
  cancelled: { icon: CircleAlert, key: 'statusCancelled', look: 'text-danger' },
} as const;

const Ticks = ({ status }: { status: ChatMessage['status'] }) => {
  const t = useText('chats');
  const mark = marks[status];
  if (!mark) return null;
  const { icon: Icon, key, look } = mark;
  return <Icon role="img" aria-label={t(key)} data-status={status} className={`size-3.5 ${look}`} />;
};

/** Why a message did not arrive, in words that help. */
const failureText = ({ failure }: ChatMessage, t: ChatsText): string => {
  switch (failure?.kind) {
    case 'window-closed':
      return t('failWindow');
    case 'expired':
      return t('failExpired');
    case 'blocked':
      return t('failBlocked');
    case 'opted-out':
      return t('failOptedOut');
    case 'no-address':
      return t('failAddress');
    default:
      return failure?.detail ? t('failOther', { detail: failure.detail }) : t('failUnknown');
  }
};

type Props = { threadId: string; message: ChatMessage; first: boolean };

const wide = new Set(['buttons', 'list', 'link']);

/** One message, drawn as on the customer's own phone; ours at the right, with who wrote it and how far it came. */
export const ThreadBubble = memo(({ threadId, message, first }: Props) => {
  const { zone } = useStaff();
  const t = useText('chats');
  const language = useLanguage();
  const ours = message.direction === 'out';
  const tail = first ? (ours ? 'bubble-tail-mine' : 'bubble-tail-theirs') : '';
  const spacer = <span aria-hidden className={`inline-block h-2 ${ours ? 'w-[84px]' : 'w-[62px]'}`} />;
  return (
    <div className={`flex flex-col px-4 ${ours ? 'items-end' : 'items-start'} ${first ? 'pt-2' : 'pt-0.5'}`}>
      <div
        className={`bubble ${tail} max-w-[86%] md:max-w-[70%] ${wide.has(message.content.kind) ? 'w-96' : ''} text-base leading-[1.5] text-chat-ink md:text-[15px] ${ours ? 'bg-chat-mine' : 'bg-chat-theirs'}`}
      >
        <div className="relative px-2.5 pt-1.5 pb-1.5">
          {ours && first ? (
            <p className="text-xs font-semibold text-chat-meta">{message.author ?? t('byBot')}</p>
          ) : null}
          {!ours && message.content.kind === 'media' ? (
            <>
              <CustomerFile content={message.content} threadId={threadId} messageId={message.id} />
              {message.content.caption === undefined ? (
                <div className="h-3" />
              ) : (
                <p className="break-words whitespace-pre-wrap">
                  {message.content.caption}
                  {spacer}
                </p>
              )}
            </>
          ) : (
            <BubbleBody content={asOnPhone(message.content, t)} spacer={spacer} />
          )}
          <span className="absolute right-2 bottom-1.5 inline-flex items-center gap-1 text-[11px] leading-none whitespace-nowrap text-chat-meta">
            <time dateTime={message.at}>{stampClock(language, message.at, zone)}</time>
            {ours ? <Ticks status={message.status} /> : null}
          </span>
        </div>
        <ThreadButtons content={message.content} />
      </div>
      {message.status === 'failed' || message.status === 'cancelled' ? (
        <p className="max-w-[86%] pt-1 text-right text-xs text-danger">{failureText(message, t)}</p>
      ) : null}
    </div>
  );
});
ThreadBubble.displayName = 'ThreadBubble';
