import type { PhoneAction } from '../../lib/simulator/phone-schema';
import type { ChatMessage, Customer } from '../../lib/simulator/types';
import { summaryOf } from './content-summary';
import { Line, smallButton } from './panel-fields';
import { useWords } from './words';

type Press = { label: string; action: PhoneAction };

const pressesOf = ({ id: messageId, content }: ChatMessage): Press[] => {
  switch (content.kind) {
    case 'buttons':
      return content.buttons.map((button) => ({
        label: button.title,
        action: { type: 'tap-button', messageId, buttonId: button.id },
      }));
    case 'list':
      return content.sections
        .flatMap((section) => section.rows)
        .map((row) => ({ label: row.title, action: { type: 'tap-row', messageId, rowId: row.id } }));
    case 'template':
      return content.buttons.flatMap((button, index) =>
        button.kind === 'quick-reply'
          ? [{ label: button.title, action: { type: 'tap-template' as const, messageId, index } }]
          : [],
      );
    default:
      return [];
  }
};

type OldButtonsProps = { customer: Customer; messages: ChatMessage[]; onAct: (action: PhoneAction) => void };

const shownMessages = 8;

/** Buttons and rows of earlier messages, to be pressed late or again. */
export const OldButtons = ({ customer, messages, onAct }: OldButtonsProps) => {
  const { t } = useWords();
  const tappable = messages
    .filter(
      (each) => each.customerId === customer.id && each.from === 'business' && pressesOf(each).length > 0,
    )
    .slice(-shownMessages)
    .reverse();
  return (
    <section aria-label={t('oldButtons')}>
      <div className="px-4 pt-5 pb-1">
        <h3 className="text-sm font-semibold">{t('oldButtons')}</h3>
        <p className="text-xs text-muted">
          {tappable.length > 0 ? t('oldButtonsHint', { name: customer.name }) : t('oldButtonsEmpty')}
        </p>
      </div>
      {tappable.map((message) => (
        <Line key={message.id} label={summaryOf(message.content, t).split('\n')[0] ?? ''}>
          {pressesOf(message).map((press) => (
            <button
              key={press.label + JSON.stringify(press.action)}
              type="button"
              className={smallButton}
              onClick={() => onAct(press.action)}
            >
              {press.label}
            </button>
          ))}
        </Line>
      ))}
    </section>
  );
};
