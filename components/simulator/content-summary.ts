import type { PageText } from '../../lib/i18n/page-text';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import { plainText } from './format-text';
import type { ChatContent, MediaKind } from '../../lib/simulator/types';

export const mediaKeys: Record<MediaKind, SimulatorKey> = {
  image: 'photo',
  audio: 'audio',
  voice: 'voice',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
};

/** One line that stands for a message: in quotes, in the list of old buttons. */
export const summaryOf = (content: ChatContent, t: PageText<SimulatorKey>): string => {
  switch (content.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
    case 'order':
    case 'order-status':
    case 'location-request':
    case 'template':
      return plainText(content.body);
    case 'button-reply':
    case 'list-reply':
    case 'template-reply':
      return content.title;
    case 'unsupported':
      return content.what;
    case 'location':
      return content.name ?? t('location');
    case 'media':
      return content.caption ?? t(mediaKeys[content.media]);
    case 'contacts':
      return content.cards.map((card) => card.name).join(', ');
  }
};
