import { ExternalLink, IndianRupee, List, Reply } from 'lucide-react';
import { formatMoney } from '../../lib/i18n/format-money';
import type { ShownContent } from '../../lib/threads/schema';

const row =
  'flex min-h-10 items-center justify-center gap-2 border-t border-chat-line px-3 py-1.5 text-center text-sm leading-snug font-semibold text-chat-action';

/** What the customer could tap under a message, for staff to see and not to press. */
export const ThreadButtons = ({
  content,
  open = false,
}: {
  content: ShownContent;
  /** Lists stand open from the start. */
  open?: boolean;
}) => {
  switch (content.kind) {
    case 'buttons':
      return content.buttons.map((button) => (
        <p key={button.id} className={row}>
          <Reply aria-hidden className="size-4 shrink-0" />
          {button.title}
        </p>
      ));
    case 'list':
      return (
        <details className="border-t border-chat-line" open={open}>
          <summary className={`${row} cursor-pointer list-none border-t-0`}>
            <List aria-hidden className="size-4 shrink-0" />
            {content.opener}
          </summary>
          <ul className="border-t border-chat-line px-3 py-2 text-sm">
            {content.sections.flatMap((section) =>
              section.rows.map((one) => (
                <li key={one.id} className="py-1">
                  {one.title}
                  {one.description ? (
                    <span className="block text-xs text-chat-meta">{one.description}</span>
                  ) : null}
                </li>
              )),
            )}
          </ul>
        </details>
      );
    case 'link':
      return (
        <p className={row}>
          <ExternalLink aria-hidden className="size-4 shrink-0" />
          {content.label}
        </p>
      );
    case 'order':
      return (
        <p className={row}>
          <IndianRupee aria-hidden className="size-4 shrink-0" />
          {formatMoney(content.amountPaise)}
        </p>
      );
    default:
      return null;
  }
};
