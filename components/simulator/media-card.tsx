import { useState, type ReactNode } from 'react';
import { FileText, ImageIcon, Mic, Music, Smile, UserRound, Video } from 'lucide-react';
import type { ChatContent, MediaKind } from '../../lib/simulator/types';
import { mediaKeys } from './content-summary';
import { useWords } from './words';

const icons: Record<MediaKind, typeof Mic> = {
  image: ImageIcon,
  audio: Music,
  voice: Mic,
  video: Video,
  document: FileText,
  sticker: Smile,
};

const waveHeights = [5, 9, 14, 8, 17, 11, 6, 13, 18, 9, 12, 7, 15, 10, 5, 8, 12, 6, 4, 7, 10, 5];

const Wave = () => (
  <span className="flex h-6 items-center gap-[3px]" aria-hidden="true">
    {waveHeights.map((height, index) => (
      <span key={index} className="w-[3px] rounded bg-chat-meta" style={{ height }} />
    ))}
  </span>
);

/** The picture itself where it can be shown: one from elsewhere is not let in, and one whose time is over is gone. */
const Picture = ({ link, children }: { link: string; children: ReactNode }) => {
  const [isGone, setGone] = useState(false);
  if (isGone) return children;
  return (
    // Made anew for each request, so that there is nothing for Next to optimise.
    <img
      src={link}
      alt=""
      className="w-60 max-w-full rounded-md bg-white"
      onError={() => {
        setGone(true);
      }}
    />
  );
};

export const MediaCard = ({ content }: { content: Extract<ChatContent, { kind: 'media' }> }) => {
  const { t } = useWords();
  const Icon = icons[content.media];
  const name = t(mediaKeys[content.media]);
  if (content.media === 'voice') {
    return (
      <span className="flex items-center gap-3 py-1.5 pr-2" role="img" aria-label={name}>
        <Mic size={22} className="text-chat-action" />
        <Wave />
        <span className="text-xs text-chat-meta">0:07</span>
      </span>
    );
  }
  const wide = content.media === 'image' || content.media === 'video';
  const card = (
    <span
      className={`flex items-center gap-3 rounded-md bg-chat-line/60 text-chat-meta ${wide ? 'h-36 w-60 max-w-full justify-center' : 'px-3 py-2.5'}`}
    >
      <Icon size={wide ? 36 : 24} strokeWidth={1.5} aria-hidden="true" />
      <span className="min-w-0 truncate">{content.filename ?? name}</span>
    </span>
  );
  if (content.media === 'image' && content.link !== undefined)
    return <Picture link={content.link}>{card}</Picture>;
  if (content.media !== 'document' || content.link === undefined) return card;
  return (
    <a href={content.link} target="_blank" rel="noreferrer" className="block">
      {card}
    </a>
  );
};

export const ContactCards = ({ content }: { content: Extract<ChatContent, { kind: 'contacts' }> }) => (
  <span className="flex flex-col gap-1">
    {content.cards.map((card, index) => (
      <span key={index} className="flex items-center gap-3 py-1 pr-6">
        <span className="grid size-10 place-items-center rounded-full bg-chat-line text-chat-meta">
          <UserRound size={20} aria-hidden="true" />
        </span>
        <span>
          <span className="block font-semibold">{card.name}</span>
          {card.phone === undefined ? null : (
            <span className="block text-[13px] text-chat-meta">{card.phone}</span>
          )}
        </span>
      </span>
    ))}
  </span>
);
