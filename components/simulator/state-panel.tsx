import { useState } from 'react';
import { chatClock } from '../../lib/i18n/chat-stamp';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import type { CustomerChange, PhoneAction } from '../../lib/simulator/phone-schema';
import type { ChatMessage, ChatStatus, Customer } from '../../lib/simulator/types';
import { summaryOf } from './content-summary';
import { Fact, Line, smallButton, Switch } from './panel-fields';
import { ThreadPanel } from './thread-panel';
import { useWords } from './words';

type StatePanelProps = {
  customer: Customer;
  messages: ChatMessage[];
  onChange: (change: CustomerChange) => void;
  onAct: (action: PhoneAction) => void;
  onReset: () => void;
};

const statusKeys: Record<Exclude<ChatStatus, 'failed'>, SimulatorKey> = {
  accepted: 'statusAccepted',
  sent: 'statusSent',
  delivered: 'statusDelivered',
  read: 'statusRead',
};

const dayMs = 86_400_000;

const Facts = ({ customer }: { customer: Customer }) => {
  const { t } = useWords();
  const closesAt = customer.lastInboundAt === null ? 0 : Date.parse(customer.lastInboundAt) + dayMs;
  const left = Math.floor((closesAt - Date.now()) / 60_000);
  const open = left >= 0;
  return (
    <dl>
      <Fact name={t('number')} value={customer.waId === null ? t('withheld') : `+${customer.waId}`} />
      <Fact name={t('userId')} value={customer.bsuid ?? t('noneYet')} />
      <Fact name={t('username')} value={customer.username ?? t('noneYet')} />
      <Fact
        name={t('window')}
        value={
          open ? t('windowOpenFor', { hours: Math.floor(left / 60), minutes: left % 60 }) : t('windowClosed')
        }
      />
    </dl>
  );
};

const Sent = ({ messages }: { messages: ChatMessage[] }) => {
  const { language, t } = useWords();
  const newest = messages
    .filter((each) => each.from === 'business')
    .slice(-12)
    .reverse();
  if (newest.length === 0) return null;
  return (
    <section aria-label={t('lastMessages')}>
      <h3 className="px-4 pt-5 pb-1 text-sm font-semibold">{t('lastMessages')}</h3>
      <ul>
        {newest.map((message) => (
          <li
            key={message.id}
            className="flex min-h-11 items-center justify-between gap-4 border-b border-hairline px-4 py-1.5 text-sm"
          >
            <span className="min-w-0 truncate font-chat">{summaryOf(message.content, t)}</span>
            <span
              className={`shrink-0 text-xs ${message.status === 'failed' ? 'font-semibold text-danger' : 'text-muted'}`}
            >
              {message.status === 'failed'
                ? t('failed', { code: String(message.failure?.code ?? '') })
                : t(statusKeys[message.status])}
              {' · '}
              {chatClock(language, message.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Reset = ({ onReset }: { onReset: () => void }) => {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <Line label={t('reset')} hint={t('resetHint')}>
      {asked ? (
        <>
          <button
            type="button"
            className={`${smallButton} border-danger text-danger`}
            onClick={() => {
              setAsked(false);
              onReset();
            }}
          >
            {t('resetSure')}
          </button>
          <button type="button" className={smallButton} onClick={() => setAsked(false)}>
            {t('cancel')}
          </button>
        </>
      ) : (
        <button type="button" className={smallButton} onClick={() => setAsked(true)}>
          {t('reset')}
        </button>
      )}
    </Line>
  );
};

/**
 * What the engine remembers of the chat, who the phone is to the business, how the phone is, and what became of the
 * business's messages.
 */
export const StatePanel = ({ customer, messages, onChange, onAct, onReset }: StatePanelProps) => {
  const { t } = useWords();
  const chat = messages.filter((each) => each.customerId === customer.id);
  return (
    <>
      <ThreadPanel customer={customer} messages={chat} />
      <h3 className="px-4 pt-5 pb-1 text-sm font-semibold">{t('phone')}</h3>
      <Facts customer={customer} />
      <Switch
        label={t('online')}
        hint={t('onlineHint')}
        checked={customer.online}
        onChange={(online) => onChange({ online })}
      />
      <Switch
        label={t('readReceipts')}
        checked={customer.readReceipts}
        onChange={(readReceipts) => onChange({ readReceipts })}
      />
      <Line label={t('unsupported')} hint={t('unsupportedHint')}>
        <button
          type="button"
          className={smallButton}
          onClick={() => onAct({ type: 'unsupported', what: 'poll' })}
        >
          {t('unsupported')}
        </button>
      </Line>
      <Reset onReset={onReset} />
      <Sent messages={chat} />
    </>
  );
};
