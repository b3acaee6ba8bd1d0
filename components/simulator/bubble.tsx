import { memo, useCallback, useState } from 'react';
import { chatClock } from '../../lib/i18n/chat-stamp';
import type { ChatMessage } from '../../lib/simulator/types';
import { BubbleBody } from './bubble-body';
import { BubbleButtons, type BubbleActions } from './bubble-buttons';
import { MessageMenu, type MessageActions } from './message-menu';
import { Quoted } from './quoted';
import type { ShownMessage } from './simulator-state';
import { Ticks } from './ticks';
import { useWords } from './words';

type BubbleProps = {
  message: ShownMessage;
  quoted: ChatMessage | undefined;
  businessName: string;
  /** First of a run by one side: it carries the tail. */
  first: boolean;
  tapped: ReadonlySet<string>;
  handlers: BubbleHandlers;
};

/** Stable for the whole chat, so that a bubble is drawn again only when it changes. */
export type BubbleHandlers = {
  tapButton: (message: ShownMessage, index: number) => void;
  openList: (message: ShownMessage) => void;
  sendLocation: () => void;
  reply: (message: ShownMessage) => void;
  react: (message: ShownMessage, emoji: string | null) => void;
  retry: (message: ShownMessage) => void;
};

const Stamp = ({ message }: { message: ShownMessage }) => {
  const { language } = useWords();
  return (
    <span className="inline-flex items-center gap-1 text-[11px] leading-none whitespace-nowrap text-chat-meta">
      <time dateTime={message.at}>{chatClock(language, message.at)}</time>
      {message.from === 'customer' ? <Ticks status={message.status} /> : null}
    </span>
  );
};

const Reaction = ({ emoji }: { emoji: string }) => (
  <span className="absolute -bottom-4 left-2 rounded-full border border-chat-line bg-chat-theirs px-1.5 text-sm leading-6">
    {emoji}
  </span>
);

const useActions = ({ message, handlers, tapped }: BubbleProps): BubbleActions & MessageActions => ({
  tapped,
  onButton: (index) => handlers.tapButton(message, index),
  onOpenList: () => handlers.openList(message),
  onSendLocation: () => handlers.sendLocation(),
  onReply: () => handlers.reply(message),
  onReact: (emoji) => handlers.react(message, emoji),
});

const hasButtons = (message: ShownMessage): boolean =>
  ['buttons', 'list', 'link', 'location-request'].includes(message.content.kind) ||
  (message.content.kind === 'template' && message.content.buttons.length > 0);

/** One message: quote, content, time and ticks, tappable rows, reaction. */
export const Bubble = memo((props: BubbleProps) => {
  const { message, quoted, businessName, first, handlers } = props;
  const { t } = useWords();
  const [menuOpen, setMenuOpen] = useState(false);
  const changeMenu = useCallback((open: boolean) => setMenuOpen(open), []);
  const actions = useActions(props);
  const mine = message.from === 'customer';
  const tail = first ? (mine ? 'bubble-tail-mine' : 'bubble-tail-theirs') : '';
  const spacer = <span aria-hidden="true" className={`inline-block h-2 ${mine ? 'w-[84px]' : 'w-[62px]'}`} />;
  return (
    <div
      className={`group flex flex-col px-4 ${mine ? 'items-end' : 'items-start'} ${first ? 'pt-2' : 'pt-0.5'} ${message.reaction === undefined ? '' : 'pb-4'}`}
      data-from={message.from}
      data-message-id={message.id}
    >
      <div
        className={`bubble ${tail} max-w-[86%] ${hasButtons(message) ? 'w-96' : ''} text-base leading-[1.5] text-chat-ink md:text-[15px] ${mine ? 'bg-chat-mine' : 'bg-chat-theirs'}`}
        onContextMenu={(event) => {
          if (message.pending) return;
          event.preventDefault();
          setMenuOpen(true);
        }}
      >
        <div
          className={`relative pb-1.5 ${message.content.kind === 'location' ? 'px-1 pt-1' : 'px-2.5 pt-1.5'}`}
        >
          {message.replyTo === undefined ? null : (
            <Quoted message={quoted} businessName={businessName} mine={mine} />
          )}
          <BubbleBody content={message.content} spacer={spacer} />
          <span className="absolute right-2 bottom-1.5">
            <Stamp message={message} />
          </span>
        </div>
        {mine ? null : <BubbleButtons content={message.content} actions={actions} />}
        {message.pending ? null : (
          <MessageMenu message={message} open={menuOpen} onOpenChange={changeMenu} actions={actions} />
        )}
        {message.reaction === undefined ? null : <Reaction emoji={message.reaction} />}
      </div>
      {message.status === 'unsent' ? (
        <button
          type="button"
          className="min-h-11 text-right text-sm font-semibold text-danger"
          onClick={() => handlers.retry(message)}
        >
          {t('retry')}
        </button>
      ) : null}
    </div>
  );
});
Bubble.displayName = 'Bubble';
