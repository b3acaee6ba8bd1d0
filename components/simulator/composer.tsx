import { Mic, Paperclip, SendHorizontal, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { summaryOf } from './content-summary';
import type { ShownMessage } from './simulator-state';
import { useWords } from './words';

type ComposerProps = {
  replyTo: ShownMessage | null;
  onCancelReply: () => void;
  onSend: (text: string) => void;
  onVoice: () => void;
  onAttach: () => void;
};

const maxHeight = 132;

/** Grows with the text up to five lines, then scrolls. */
const useGrowing = (text: string) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${String(Math.min(element.scrollHeight, maxHeight))}px`;
  }, [text]);
  return field;
};

const ReplyPreview = ({ message, onCancel }: { message: ShownMessage; onCancel: () => void }) => {
  const { t } = useWords();
  return (
    <div className="flex items-center gap-2 border-l-4 border-chat-action bg-chat-quote-theirs py-1 pl-3 text-[13px]">
      <span className="line-clamp-2 min-w-0 flex-1 text-chat-meta">{summaryOf(message.content, t)}</span>
      <button
        type="button"
        aria-label={t('cancelReply')}
        onClick={onCancel}
        className="grid size-11 shrink-0 place-items-center"
      >
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  );
};

/** The line at the foot of a phone: write, attach, send or speak. Enter sends, Shift-Enter breaks the line. */
export const Composer = ({ replyTo, onCancelReply, onSend, onVoice, onAttach }: ComposerProps) => {
  const { t } = useWords();
  const [text, setText] = useState('');
  const field = useGrowing(text);
  const ready = text.trim() !== '';
  const submit = (): void => {
    if (!ready) return;
    onSend(text.trim());
    setText('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Tamil keyboard composes a letter, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="flex shrink-0 items-end gap-1.5 p-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="bubble min-w-0 flex-1 overflow-hidden rounded-3xl bg-chat-field">
        {replyTo ? <ReplyPreview message={replyTo} onCancel={onCancelReply} /> : null}
        <div className="flex items-end">
          <textarea
            ref={field}
            rows={1}
            value={text}
            aria-label={t('message')}
            placeholder={t('message')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            className="block min-h-12 w-full min-w-0 resize-none bg-transparent py-3 pl-5 text-base leading-6 text-chat-ink outline-none placeholder:text-chat-meta"
          />
          <button
            type="button"
            aria-label={t('attach')}
            onClick={onAttach}
            className="grid size-12 shrink-0 place-items-center text-chat-meta"
          >
            <Paperclip size={21} aria-hidden="true" />
          </button>
        </div>
      </div>
      <button
        type={ready ? 'submit' : 'button'}
        aria-label={ready ? t('send') : t('voiceSend')}
        onClick={ready ? undefined : onVoice}
        className="grid size-12 shrink-0 place-items-center rounded-full bg-chat-action text-chat-theirs"
      >
        {ready ? <SendHorizontal size={21} aria-hidden="true" /> : <Mic size={22} aria-hidden="true" />}
      </button>
    </form>
  );
};
