import type { PageText } from '../../lib/i18n/page-text';
import type { DashboardMessages } from '../../lib/i18n/dashboard-messages';
import type { ChatContent } from '../../lib/simulator/types';
import type { ChatRow, ShownContent, Transcript } from '../../lib/threads/schema';
import { plainText } from '../simulator/format-text';

export type ChatsText = PageText<keyof DashboardMessages['chats']>;

const others = {
  order: 'otherOrder',
  form: 'otherForm',
  edited: 'otherEdited',
  deleted: 'otherDeleted',
  'number-changed': 'otherNumber',
  unsupported: 'otherUnsupported',
  erased: 'otherErased',
} as const;

/** A message in the shape that the customer's own phone shows. */
export const asOnPhone = (content: ShownContent, t: ChatsText): ChatContent => {
  switch (content.kind) {
    case 'choice':
      return { kind: 'button-reply', id: '', title: content.title };
    case 'contacts':
      return { kind: 'contacts', cards: content.phones.map((phone) => ({ name: t('contact'), phone })) };
    case 'reaction':
      return { kind: 'unsupported', what: lineOf(content, t) };
    case 'template':
      return { kind: 'template', name: content.name, body: content.parameters.join('\n'), buttons: [] };
    case 'order': {
      const { body, footer } = content;
      return { kind: 'link', body, label: '', url: '', ...(footer !== undefined && { footer }) };
    }
    case 'other':
      return { kind: 'unsupported', what: t(others[content.what]) };
    default:
      return content;
  }
};

/** A message in one line. */
export const lineOf = (content: ShownContent, t: ChatsText): string => {
  switch (content.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
    case 'order':
      return plainText(content.body);
    case 'choice':
      return content.title;
    case 'location':
      return content.name ?? t('location');
    case 'media':
      return content.caption ?? t(content.media === 'image' ? 'photo' : content.media);
    case 'contacts':
      return t('contact');
    case 'reaction':
      return content.emoji === null ? t('reactionGone') : t('reaction', { emoji: content.emoji });
    case 'template':
      return content.parameters.join(' · ') || t('template', { name: content.name });
    case 'other':
      return t(others[content.what]);
  }
};

/** Why a chat is flagged, as a text's key. */
export const reasonKeys = {
  asked: 'reasonAsked',
  emergency: 'reasonEmergency',
  'not-understood': 'reasonNotUnderstood',
  'delivery-failed': 'reasonDeliveryFailed',
  fault: 'reasonFault',
  'place-free': 'reasonPlaceFree',
  'not-told': 'reasonNotTold',
  payment: 'reasonPayment',
  flood: 'reasonFlood',
  unanswered: 'reasonUnanswered',
  'taken-over': 'reasonTakenOver',
} as const satisfies Record<NonNullable<ChatRow['reason']>, string>;

/** What a customer wants none of, as a text's key. */
export const refusalKeys = {
  'own-bookings': 'noOwn',
  reminders: 'noReminders',
  offers: 'noOffers',
} as const satisfies Record<Transcript['refuses'][number], string>;
