import type { ChatMessage } from '../../lib/simulator/types';
import { summaryOf } from './content-summary';
import { useWords } from './words';

type QuotedProps = { message: ChatMessage | undefined; businessName: string; mine: boolean };

/** The message a bubble answers, above its text. */
export const Quoted = ({ message, businessName, mine }: QuotedProps) => {
  const { t } = useWords();
  return (
    <div
      className={`mb-1 flex overflow-hidden rounded-md border-l-4 border-chat-action text-[13px] leading-[1.45] ${mine ? 'bg-chat-quote-mine' : 'bg-chat-quote-theirs'}`}
    >
      <div className="min-w-0 px-2 py-1.5">
        {message ? (
          <div className="font-semibold text-chat-action">
            {message.from === 'business' ? businessName : t('you')}
          </div>
        ) : null}
        <div className="line-clamp-2 break-words text-chat-meta">
          {message ? summaryOf(message.content, t) : t('quotedGone')}
        </div>
      </div>
    </div>
  );
};
