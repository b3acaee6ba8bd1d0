import { ChevronDown, Reply } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ShownMessage } from './simulator-state';
import { useWords } from './words';

export const reactionChoices = ['👍', '❤️', '😂', '😮', '🙏'] as const;

export type MessageActions = {
  onReply: () => void;
  /** Null takes the reaction back. */
  onReact: (emoji: string | null) => void;
};

type MenuProps = {
  message: ShownMessage;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  actions: MessageActions;
};

const Panel = ({ message, onOpenChange, actions }: Omit<MenuProps, 'open'>) => {
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = panel.current?.querySelector('button');
    first?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) onOpenChange(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [onOpenChange]);
  const run = (act: () => void) => () => {
    onOpenChange(false);
    act();
  };
  return (
    <div
      ref={panel}
      role="group"
      aria-label={t('messageMenu')}
      onKeyDown={(event) => (event.key === 'Escape' ? onOpenChange(false) : undefined)}
      className={`absolute top-8 z-20 flex flex-col rounded border border-chat-line bg-chat-chip text-chat-ink shadow-lg ${message.from === 'customer' ? 'right-1' : 'left-1'}`}
    >
      <div className="flex px-1">
        {reactionChoices.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={t('react', { emoji })}
            className="size-11 rounded-full text-lg hover:bg-chat-line"
            onClick={run(() => actions.onReact(emoji))}
          >
            {emoji}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="flex min-h-11 items-center gap-3 border-t border-chat-line px-4 hover:bg-chat-line"
        onClick={run(actions.onReply)}
      >
        <Reply size={18} aria-hidden="true" />
        {t('reply')}
      </button>
      {message.reaction === undefined ? null : (
        <button
          type="button"
          className="min-h-11 border-t border-chat-line px-4 text-left hover:bg-chat-line"
          onClick={run(() => actions.onReact(null))}
        >
          {t('removeReaction')}
        </button>
      )}
    </div>
  );
};

/** Reply and reactions: by the small arrow with mouse or keyboard, by long press on a phone. */
export const MessageMenu = (props: MenuProps) => {
  const { t } = useWords();
  return (
    <>
      <button
        type="button"
        aria-label={t('messageMenu')}
        aria-expanded={props.open}
        onClick={() => props.onOpenChange(!props.open)}
        className="absolute top-0.5 right-0.5 z-10 grid size-7 place-items-center rounded-full bg-inherit text-chat-meta opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:hidden"
      >
        <ChevronDown size={18} aria-hidden="true" />
      </button>
      {props.open ? <Panel {...props} /> : null}
    </>
  );
};
