import { Download, FileX2 } from 'lucide-react';
import { useState } from 'react';
import type { ShownContent } from '../../lib/threads/schema';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { lineOf } from './content';

type Media = Extract<ShownContent, { kind: 'media' }>;
type Props = { content: Media; threadId: string; messageId: string };

const box = 'max-h-72 max-w-full rounded-md bg-chat-line/60';

/** What a customer sent, shown where a browser can, and to be kept; the provider has it for some days only. */
export const CustomerFile = ({ content, threadId, messageId }: Props) => {
  const { business } = useStaff();
  const t = useText('chats');
  const [gone, setGone] = useState(false);
  const address = `/api/businesses/${business}/chats/${threadId}/messages/${messageId}/media`;
  const { media } = content;
  const name = lineOf({ kind: 'media', media }, t);
  if (gone) {
    return (
      <p className="flex items-center gap-2 py-1.5 text-sm text-chat-meta">
        <FileX2 aria-hidden className="size-5 shrink-0" />
        {t('fileGone', { what: name })}
      </p>
    );
  }
  const onError = () => setGone(true);
  return (
    <div className="flex flex-col items-start gap-1 py-1">
      {media === 'image' || media === 'sticker' ? (
        // Next would fetch it without the staff member's session, and keep it.
        <img
          src={address}
          alt={name}
          loading="lazy"
          onError={onError}
          className={`${box} min-h-24 min-w-24`}
        />
      ) : null}
      {media === 'video' ? (
        <video src={address} controls preload="none" onError={onError} className={`${box} w-60`} />
      ) : null}
      {media === 'audio' || media === 'voice' ? (
        <audio
          src={address}
          controls
          preload="none"
          onError={onError}
          aria-label={name}
          className="max-w-full"
        />
      ) : null}
      <a
        href={address}
        download
        className="inline-flex min-h-11 items-center gap-2 text-sm font-medium text-chat-action"
      >
        <Download aria-hidden className="size-4" />
        {t('fileKeep', { what: name })}
      </a>
    </div>
  );
};
