import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Customer, ListRow } from '../../lib/simulator/types';
import { AttachSheet, locationAct, voiceAct } from './attach-sheet';
import { Avatar } from './avatar';
import type { BubbleHandlers } from './bubble';
import { ChatLog } from './chat-log';
import { Composer } from './composer';
import { ListSheet } from './list-sheet';
import type { ShownMessage } from './simulator-state';
import type { Act, SimulatorHandle } from './use-simulator';
import { useWords } from './words';

type PhoneProps = {
  customer: Customer;
  messages: ShownMessage[];
  businessName: string;
  simulator: Pick<SimulatorHandle, 'act' | 'retry'>;
  onReact: (messageId: string, emoji: string | null) => void;
};

/** "typing" ends by itself when its time is over, even if nothing more is heard. */
const useTyping = (until: string | null): boolean => {
  const [endedFor, setEndedFor] = useState<string | null>(null);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setTimeout(() => setEndedFor(until), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return until !== null && endedFor !== until;
};

const tapOf = (message: ShownMessage, index: number): Act | null => {
  const { content, id: messageId } = message;
  if (content.kind === 'buttons') {
    const button = content.buttons[index];
    if (!button) return null;
    return {
      action: { type: 'tap-button', messageId, buttonId: button.id },
      content: { kind: 'button-reply', ...button },
      replyTo: messageId,
    };
  }
  const button = content.kind === 'template' ? content.buttons[index] : undefined;
  if (button?.kind !== 'quick-reply') return null;
  return {
    action: { type: 'tap-template', messageId, index },
    content: { kind: 'template-reply', payload: button.payload, title: button.title },
    replyTo: messageId,
  };
};

const rowAct = (message: ShownMessage, row: ListRow): Act => ({
  action: { type: 'tap-row', messageId: message.id, rowId: row.id },
  content: { kind: 'list-reply', ...row },
  replyTo: message.id,
});

const textAct = (body: string, replyTo: ShownMessage | null): Act => ({
  action: { type: 'text', body, ...(replyTo ? { replyTo: replyTo.id } : {}) },
  content: { kind: 'text', body },
  ...(replyTo ? { replyTo: replyTo.id } : {}),
});

const Header = ({
  businessName,
  customer,
  typing,
}: {
  businessName: string;
  customer: Customer;
  typing: boolean;
}) => {
  const { t } = useWords();
  return (
    <header className="flex h-15 shrink-0 items-center gap-3 border-b border-chat-line bg-chat-header px-4 text-chat-ink">
      <Avatar name={businessName} />
      <div className="min-w-0 flex-1">
        <div className="truncate text-[17px] leading-6 font-semibold">{businessName}</div>
        <div className={`truncate text-[13px] leading-5 ${typing ? 'text-chat-action' : 'text-chat-meta'}`}>
          {!customer.online ? t('phoneOff') : typing ? t('typing') : t('businessAccount')}
        </div>
      </div>
    </header>
  );
};

const Empty = ({ onSend }: { onSend: (text: string) => void }) => {
  const { t } = useWords();
  return (
    <div className="flex flex-col items-center gap-3 px-6 pt-10 text-center">
      <p className="bubble bg-chat-chip px-4 py-2.5 text-sm text-chat-meta">{t('emptyChat')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        {(['tryHi', 'trySentence'] as const).map((key) => (
          <button
            key={key}
            type="button"
            onClick={() => onSend(t(key))}
            className="bubble min-h-11 rounded-full bg-chat-chip px-5 text-sm font-semibold text-chat-action"
          >
            {t(key)}
          </button>
        ))}
      </div>
    </div>
  );
};

/** One customer's phone with the chat open. */
export const Phone = ({ customer, messages, businessName, simulator, onReact }: PhoneProps) => {
  const { t } = useWords();
  const [replyTo, setReplyTo] = useState<ShownMessage | null>(null);
  const [listFor, setListFor] = useState<ShownMessage | null>(null);
  const [attaching, setAttaching] = useState(false);
  const typing = useTyping(customer.typingUntil);
  const { act, retry } = simulator;
  const say = useCallback((what: Act) => act(customer.id, what), [act, customer.id]);
  const handlers = useMemo<BubbleHandlers>(
    () => ({
      tapButton: (message, index) => {
        const tap = tapOf(message, index);
        if (tap) say(tap);
      },
      openList: setListFor,
      sendLocation: () => say(locationAct),
      reply: setReplyTo,
      react: (message, emoji) => onReact(message.id, emoji),
      retry: (message) => (message.pending ? retry(message.pending) : undefined),
    }),
    [onReact, retry, say],
  );
  const sendText = (body: string): void => {
    say(textAct(body, replyTo));
    setReplyTo(null);
  };
  const list = listFor?.content.kind === 'list' ? listFor.content : null;
  return (
    <section
      aria-label={t('chat', { name: customer.name })}
      className="relative flex h-full min-w-0 flex-col overflow-hidden font-chat"
    >
      <Header businessName={businessName} customer={customer} typing={typing} />
      <div className="chat-wallpaper flex min-h-0 flex-1 flex-col">
        <ChatLog
          label={t('chat', { name: customer.name })}
          messages={messages}
          businessName={businessName}
          typing={typing}
          handlers={handlers}
          empty={<Empty onSend={sendText} />}
        />
        <Composer
          replyTo={replyTo}
          onCancelReply={() => setReplyTo(null)}
          onSend={sendText}
          onVoice={() => say(voiceAct)}
          onAttach={() => setAttaching(true)}
        />
      </div>
      {listFor && list ? (
        <ListSheet
          content={list}
          onClose={() => setListFor(null)}
          onSend={(row) => {
            say(rowAct(listFor, row));
            setListFor(null);
          }}
        />
      ) : null}
      {attaching ? (
        <AttachSheet
          onClose={() => setAttaching(false)}
          onPick={(picked) => {
            setAttaching(false);
            say(picked);
          }}
        />
      ) : null}
    </section>
  );
};
