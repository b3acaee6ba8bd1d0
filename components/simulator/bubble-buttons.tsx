import { ExternalLink, List, MapPin, Reply } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChatContent } from '../../lib/simulator/types';
import { useWords } from './words';

/** What the buttons under a business message do. */
export type BubbleActions = {
  onButton: (index: number) => void;
  onOpenList: () => void;
  onSendLocation: () => void;
  /** Titles already tapped under this message: greyed, as on a phone. */
  tapped: ReadonlySet<string>;
};

const style =
  'flex min-h-11 w-full items-center justify-center gap-2 border-t border-chat-line px-3 py-2 text-center leading-snug font-semibold text-chat-action aria-disabled:text-chat-meta not-aria-disabled:hover:bg-chat-line/50 not-aria-disabled:active:bg-chat-line';

const Tap = ({
  icon,
  label,
  used = false,
  opens,
  onTap,
}: {
  icon: ReactNode;
  label: string;
  used?: boolean;
  opens?: 'dialog';
  onTap: () => void;
}) => (
  <button
    type="button"
    className={style}
    aria-disabled={used}
    aria-haspopup={opens}
    onClick={() => (used ? undefined : onTap())}
  >
    <span aria-hidden="true" className="shrink-0">
      {icon}
    </span>
    {label}
  </button>
);

const Address = ({ label, url }: { label: string; url: string }) => (
  <a className={style} href={url} target="_blank" rel="noopener noreferrer">
    <ExternalLink size={17} aria-hidden="true" className="shrink-0" />
    {label}
  </a>
);

/** The tappable rows at the foot of a business message; nothing for messages without any. */
export const BubbleButtons = ({ content, actions }: { content: ChatContent; actions: BubbleActions }) => {
  const { t } = useWords();
  switch (content.kind) {
    case 'buttons': {
      const answered = actions.tapped.size > 0;
      return content.buttons.map((button, index) => (
        <Tap
          key={button.id}
          icon={<Reply size={17} />}
          label={button.title}
          used={answered}
          onTap={() => actions.onButton(index)}
        />
      ));
    }
    case 'template':
      return content.buttons.map((button, index) =>
        button.kind === 'url' ? (
          <Address key={index} label={button.title} url={button.url} />
        ) : (
          <Tap
            key={index}
            icon={<Reply size={17} />}
            label={button.title}
            used={actions.tapped.size > 0}
            onTap={() => actions.onButton(index)}
          />
        ),
      );
    case 'list':
      return (
        <Tap icon={<List size={18} />} label={content.opener} opens="dialog" onTap={actions.onOpenList} />
      );
    case 'link':
      return <Address label={content.label} url={content.url} />;
    case 'location-request':
      return <Tap icon={<MapPin size={17} />} label={t('sendLocation')} onTap={actions.onSendLocation} />;
    default:
      return null;
  }
};
