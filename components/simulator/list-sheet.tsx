import { SendHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import type { ChatContent, ListRow } from '../../lib/simulator/types';
import { PhoneSheet } from './phone-sheet';
import { useWords } from './words';

type ListSheetProps = {
  content: Extract<ChatContent, { kind: 'list' }>;
  onSend: (row: ListRow) => void;
  onClose: () => void;
};

type RowProps = { row: ListRow; group: string; chosen: boolean; onChoose: () => void };

const Row = ({ row, group, chosen, onChoose }: RowProps) => (
  <label className="flex min-h-14 cursor-pointer items-center gap-4 px-5 py-2 hover:bg-chat-line/50">
    <span className="min-w-0 flex-1">
      <span className="block leading-snug break-words">{row.title}</span>
      {row.description === undefined ? null : (
        <span className="block text-[13px] leading-normal break-words text-chat-meta">{row.description}</span>
      )}
    </span>
    <input
      type="radio"
      name={group}
      checked={chosen}
      onChange={onChoose}
      className="size-5 shrink-0 accent-chat-action"
    />
  </label>
);

/** The rows behind a list message, one of which may be sent. */
export const ListSheet = ({ content, onSend, onClose }: ListSheetProps) => {
  const { t } = useWords();
  const group = useId();
  const [chosen, setChosen] = useState<ListRow | null>(null);
  return (
    <PhoneSheet title={content.opener} onClose={onClose}>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {content.sections.map((section, index) => (
          <div key={index} role="group" aria-label={section.title}>
            {section.title === undefined ? null : (
              <h3 className="px-5 pt-3 pb-1 text-sm font-semibold text-chat-action">{section.title}</h3>
            )}
            {section.rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                group={group}
                chosen={chosen?.id === row.id}
                onChoose={() => setChosen(row)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="flex shrink-0 justify-center border-t border-chat-line p-3">
        {chosen ? (
          <button
            type="button"
            aria-label={t('send')}
            onClick={() => onSend(chosen)}
            className="grid size-12 place-items-center rounded-full bg-chat-action text-chat-theirs"
          >
            <SendHorizontal size={22} aria-hidden="true" />
          </button>
        ) : (
          <p className="grid min-h-12 place-items-center text-sm text-chat-meta">{t('chooseOne')}</p>
        )}
      </div>
    </PhoneSheet>
  );
};
