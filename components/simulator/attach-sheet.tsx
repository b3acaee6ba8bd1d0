import { FileText, ImageIcon, MapPin, Smile, UserRound, Video } from 'lucide-react';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import { PhoneSheet } from './phone-sheet';
import { useWords } from './words';
import type { Act } from './use-simulator';

/** A place at the marina in Chennai, near the demo business. */
const place = { latitude: 13.0604, longitude: 80.2496, name: 'Nungambakkam', address: 'Chennai 600034' };
const friend = { name: 'Meena', phone: '+919840011223' };

const choices: { key: SimulatorKey; icon: typeof MapPin; act: Act }[] = [
  {
    key: 'photo',
    icon: ImageIcon,
    act: { action: { type: 'media', media: 'image' }, content: { kind: 'media', media: 'image' } },
  },
  {
    key: 'video',
    icon: Video,
    act: { action: { type: 'media', media: 'video' }, content: { kind: 'media', media: 'video' } },
  },
  {
    key: 'document',
    icon: FileText,
    act: {
      action: { type: 'media', media: 'document' },
      content: { kind: 'media', media: 'document', filename: 'document.pdf' },
    },
  },
  {
    key: 'sticker',
    icon: Smile,
    act: { action: { type: 'media', media: 'sticker' }, content: { kind: 'media', media: 'sticker' } },
  },
  {
    key: 'location',
    icon: MapPin,
    act: { action: { type: 'location', ...place }, content: { kind: 'location', ...place } },
  },
  {
    key: 'contact',
    icon: UserRound,
    act: { action: { type: 'contact', ...friend }, content: { kind: 'contacts', cards: [friend] } },
  },
];

export const locationAct: Act = {
  action: { type: 'location', ...place },
  content: { kind: 'location', ...place },
};

export const voiceAct: Act = {
  action: { type: 'media', media: 'voice' },
  content: { kind: 'media', media: 'voice' },
};

/** What can be sent besides words. */
export const AttachSheet = ({ onPick, onClose }: { onPick: (act: Act) => void; onClose: () => void }) => {
  const { t } = useWords();
  return (
    <PhoneSheet title={t('attachTitle')} onClose={onClose}>
      <div className="grid grid-cols-3 gap-2 px-4 pb-6">
        {choices.map(({ key, icon: Icon, act }) => (
          <button
            key={key}
            type="button"
            onClick={() => onPick(act)}
            className="flex min-h-24 flex-col items-center justify-center gap-2 rounded hover:bg-chat-line/50"
          >
            <span className="grid size-12 place-items-center rounded-full border border-chat-line text-chat-action">
              <Icon size={22} aria-hidden="true" />
            </span>
            <span className="text-[13px]">{t(key)}</span>
          </button>
        ))}
      </div>
    </PhoneSheet>
  );
};
