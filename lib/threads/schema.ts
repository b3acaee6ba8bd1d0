import { z } from 'zod';
import { byLanguage, languages } from '../kernel/local-text';
import { languageSchema } from '../kernel/local-text-schema';
import { consentPurposes } from '../messaging/purpose';

// What of a chat crosses to the browser and back.

const title = z.string();
const body = z.string();
const frame = { body, header: z.string().exactOptional(), footer: z.string().exactOptional() };

/** A message as it is shown: what the customer saw or did, without what only a provider needs. */
export const shownContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body }),
  z.object({ kind: z.literal('buttons'), ...frame, buttons: z.array(z.object({ id: z.string(), title })) }),
  z.object({
    kind: z.literal('list'),
    ...frame,
    opener: z.string(),
    sections: z.array(
      z.object({
        title: z.string().exactOptional(),
        rows: z.array(z.object({ id: z.string(), title, description: z.string().exactOptional() })),
      }),
    ),
  }),
  z.object({ kind: z.literal('link'), ...frame, label: z.string(), url: z.string() }),
  /** Paid inside WhatsApp. */
  z.object({ kind: z.literal('order'), body, footer: z.string().exactOptional(), amountPaise: z.number() }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
  /** A tap on one of our buttons or rows. */
  z.object({ kind: z.literal('choice'), title }),
  z.object({
    kind: z.literal('media'),
    media: z.enum(['image', 'audio', 'voice', 'video', 'document', 'sticker']),
    caption: z.string().exactOptional(),
    /** Of what we sent: what it is called, and where it is. */
    filename: z.string().exactOptional(),
    link: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('contacts'), phones: z.array(z.string()) }),
  z.object({ kind: z.literal('reaction'), emoji: z.string().nullable() }),
  z.object({ kind: z.literal('template'), name: z.string(), parameters: z.array(z.string()) }),
  /** Something without a picture: an order, a form, a deleted message. */
  z.object({
    kind: z.literal('other'),
    what: z.enum(['order', 'form', 'edited', 'deleted', 'number-changed', 'unsupported', 'erased']),
  }),
]);
export type ShownContent = z.infer<typeof shownContent>;

export const chatReasons = [
  'asked',
  'emergency',
  'not-understood',
  'delivery-failed',
  'fault',
  'place-free',
  'not-told',
  'payment',
  'flood',
  'unanswered',
  'taken-over',
] as const;

export const messageStatuses = [
  'received',
  'queued',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
] as const;

export const chatMessage = z.object({
  id: z.uuid(),
  position: z.number().int(),
  direction: z.enum(['in', 'out']),
  content: shownContent,
  status: z.enum(messageStatuses),
  /** Why it did not arrive: the kind of failure, and the provider's own words. */
  failure: z.object({ kind: z.string(), detail: z.string() }).nullable(),
  /** Who of the staff wrote it; null for the bot and the customer. */
  author: z.string().nullable(),
  at: z.iso.datetime(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

export const chatRow = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  handledBy: z.enum(['bot', 'staff']),
  /** Why staff should look at it; null when there is no reason. */
  reason: z.enum(chatReasons).nullable(),
  /** A person has to do something about it. */
  waiting: z.boolean(),
  /** Messages of the customer that nobody of the staff has seen. */
  unread: z.number().int(),
  last: chatMessage.pick({ direction: true, content: true, status: true, at: true }).nullable(),
  updatedAt: z.iso.datetime(),
});
export type ChatRow = z.infer<typeof chatRow>;

export const chatListQuery = z.object({
  q: z.string().trim().max(100).optional(),
  /** The `next` of the page before. */
  after: z.string().max(100).optional(),
});

export const chatList = z.object({
  /** Those that wait for staff, then the others, newest first. */
  chats: z.array(chatRow),
  next: z.string().nullable(),
});
export type ChatList = z.infer<typeof chatList>;

export const threadParams = z.object({ thread: z.uuid() });

export const messageParams = threadParams.extend({ message: z.uuid() });

export const transcriptQuery = z.object({
  /** Messages before this position; absent: the newest. */
  before: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
});

export const transcript = z.object({
  chat: chatRow,
  blocked: z.boolean(),
  /** Purposes of messages that the customer wants none of. */
  refuses: z.array(z.enum(consentPurposes)),
  language: languageSchema,
  /** Until when free text may be sent; null while it may not. */
  windowUntil: z.iso.datetime().nullable(),
  /** Once free text may not: the approved message that staff's words may go in, with `{{message}}` where; null: none. */
  template: z.string().nullable(),
  nextPosition: z.number().int(),
  /** In the order in which they were said. */
  messages: z.array(chatMessage),
  /** There are older ones. */
  more: z.boolean(),
});
export type Transcript = z.infer<typeof transcript>;

/** Longest text that WhatsApp takes. Source: Cloud API, text messages. */
export const replyLimit = 4096;

export const replyBody = z.object({
  /** Made by the sender; sending it again sends nothing twice. */
  key: z.uuid(),
  text: z.string().trim().min(1).max(replyLimit),
  /** Inside an approved message, where free text may not go any more. */
  template: z.boolean().optional(),
});

export const handOverBody = z.object({ to: z.enum(['staff', 'bot']) });

export const seenBody = z.object({ position: z.number().int().min(0).max(2_000_000_000) });

export const quickReplyBody = z
  .object({
    title: z.string().trim().min(1).max(60),
    ...byLanguage(() => z.string().trim().max(1000)),
  })
  .refine((reply) => languages.some((language) => reply[language] !== ''), {
    path: [languages[0]],
    message: 'text-wanted',
  });
export type QuickReplyInput = z.infer<typeof quickReplyBody>;

export const quickReply = z.object({ id: z.uuid(), title: z.string(), ...byLanguage(() => z.string()) });
export type QuickReply = z.infer<typeof quickReply>;
export const quickReplies = z.object({ replies: z.array(quickReply) });
export const quickReplyParams = z.object({ reply: z.uuid() });

const eachReminder = z.object({
  before: shownContent,
  thanks: shownContent,
  'follow-up': shownContent,
  'no-show': shownContent,
});

/** What the clock tells a customer, in each language, and what one such message costs, in thousandths of a paisa. */
export const reminderPreview = z.object({
  ...byLanguage(() => eachReminder),
  /** Within 24 hours of what the customer wrote last. */
  windowMilliPaise: z.number(),
  templateMilliPaise: z.number(),
});
export type ReminderPreview = z.infer<typeof reminderPreview>;
