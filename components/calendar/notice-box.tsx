'use client';

import type { SlotQuote } from '../../lib/booking/schema';
import { plainText } from '../simulator/format-text';
import { CheckField } from '../ui/field';
import { useText } from '../words';

type Props = { notice: SlotQuote['notice']; notify: boolean; onNotify: (notify: boolean) => void };

/** What the customer will read, word for word, and the choice not to tell; or why nothing can be sent. */
export const NoticeBox = ({ notice, notify, onNotify }: Props) => {
  const t = useText('calendar');
  if (!notice) return null;
  if (notice.cannot) return <p className="text-sm text-muted">{t(`told-${notice.cannot}`)}</p>;
  return (
    <div>
      <CheckField
        label={t('notify')}
        checked={notify}
        onChange={(event) => {
          onNotify(event.target.checked);
        }}
      />
      {notify ? (
        <div lang={notice.language} className="rounded bg-chat-wallpaper p-3">
          <p className="rounded bg-chat-mine px-3 py-2 text-sm whitespace-pre-wrap text-chat-ink">
            {plainText(notice.text)}
          </p>
          {notice.buttons.map((title) => (
            <p
              key={title}
              className="mt-1 rounded bg-chat-theirs px-3 py-1.5 text-center text-sm text-chat-link"
            >
              {title}
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
};
