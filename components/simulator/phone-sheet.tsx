import { X } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from './words';

type PhoneSheetProps = { title: string; onClose: () => void; children: ReactNode };

const focusable = 'button:not([disabled]), input, [tabindex="0"]';

/** Keeps Tab inside the sheet: the chat behind it is out of reach, as on a phone. */
const keepFocusInside = (event: KeyboardEvent<HTMLDivElement>): void => {
  if (event.key !== 'Tab') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const [first, last] = [all[0], all.at(-1)];
  const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
};

/** A sheet that rises over one phone and leaves the others alone. */
export const PhoneSheet = ({ title, onClose, children }: PhoneSheetProps) => {
  const { t } = useWords();
  const titleId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className="absolute inset-0 z-30 flex flex-col justify-end bg-black/40" onClick={onClose}>
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          keepFocusInside(event);
        }}
        className="sheet-in flex max-h-[85%] flex-col rounded-t-2xl bg-chat-theirs text-chat-ink outline-none"
      >
        <div className="flex min-h-14 shrink-0 items-center gap-1 px-2">
          <button
            type="button"
            aria-label={t('close')}
            onClick={onClose}
            className="grid size-11 place-items-center rounded-full hover:bg-chat-line"
          >
            <X size={22} aria-hidden="true" />
          </button>
          <h2 id={titleId} className="min-w-0 truncate text-[17px] font-semibold">
            {title}
          </h2>
        </div>
        {children}
      </div>
    </div>
  );
};
