import type { Booking } from '../booking/types';
import { noticeText, type Notice, type NoticeText } from '../conversation/notice';
import { isReminder } from '../conversation/reminder-notice';
import { findRefusal, getCustomer } from '../customers/queries';
import type { Db, Tx } from '../db/client';
import type { Language } from '../kernel/local-text';
import { publish } from '../live/publish';
import { cheapestWay, usualPrices } from '../messaging/cheapest-way';
import { fillTemplate } from '../messaging/check-template';
import type { MessagePurpose } from '../messaging/purpose';
import type { OutboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import { flagThreadOnce } from '../threads/commands/hand-over';
import { lockThread } from '../threads/commands/lock-thread';
import { saveMessage } from '../threads/commands/save-message';
import { findLatestThread, isMessageWritten, type ReachableThread } from '../threads/queries';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import { isWindowOpen } from './reply-window';
import { loadOwnFacts, nameFacts } from './own-facts';
import { loadStandingFacts } from './standing-facts';
import { findTemplate } from '../templates/queries';
import { templateForNotice, type TemplateMessage } from './templates/notice-template';
import type { World } from './types';

/** Why a customer cannot be told through WhatsApp. */
export type CannotTell = 'no-chat' | 'window-closed' | 'opted-out' | 'blocked' | 'channel-paused';

/** Whether the notice goes as a message, or why it cannot go. */
export type NoticeWay = 'message' | { cannot: CannotTell };

export type NoticePreview = {
  language: Language;
  /** Exactly what would be sent. */
  text: string;
  /** The titles under it, in order. */
  buttons: string[];
  how: NoticeWay;
};

/** What is told: the booking as it stands after the change, and what was done to it. */
export type NoticeInput = { booking: Booking; notice: Notice };

/**
 * What the customer would read, in their language, and whether WhatsApp would deliver it (promise P22). Writes nothing.
 * For a change not made yet, pass the booking as it would be.
 */
export async function previewNotice(
  db: Db,
  world: World,
  scope: BusinessScope,
  input: NoticeInput,
): Promise<NoticePreview> {
  const { customerId } = input.booking;
  const thread = customerId && (await findLatestThread(db, scope, customerId));
  const { language, message } = await textOf(db, world, scope, input, thread);
  const now = world.clock.now();
  const template = thread && (await templateOf(db, world, scope, input, { thread, language, now }));
  const how = await wayOf(db, scope, input, thread, { now, template });
  if (!template) return { language, ...shownOf(message), how };
  return { language, ...(await shownTemplate(db, scope, thread.channelId, template)), how };
}

/**
 * Tells the customer in their chat, in the caller's transaction: the message exists exactly if the change does. Nothing
 * is queued where WhatsApp would not deliver it (P22); the answer says why, and the chat is flagged where a template was
 * wanted and none is approved. Safe to repeat with the same `effectId`.
 */
export async function tellCustomer(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  input: NoticeInput & { effectId: string },
): Promise<NoticeWay> {
  const { booking, effectId } = input;
  const found = booking.customerId && (await findLatestThread(tx, scope, booking.customerId));
  // Locked and read again: no turn of theirs runs meanwhile, and the window is as it is now.
  const locked = found && (await lockThread(tx, scope, found.id));
  if (await isMessageWritten(tx, scope, effectId)) return 'message';
  const thread = found && locked && { ...locked, channelPaused: found.channelPaused };
  const now = world.clock.now();
  const { key, language, message } = await textOf(tx, world, scope, input, thread);
  const template = thread && (await templateOf(tx, world, scope, input, { thread, language, now }));
  const how = await wayOf(tx, scope, input, thread, { now, template });
  // What the clock brings is not worth a person's while.
  const missed = how !== 'message' && how.cannot === 'window-closed' && !isReminder(input.notice);
  if (thread && missed) await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'not-told' });
  if (how !== 'message' || !thread) return how;
  const content = template ?? message;
  await saveMessage(tx, scope, {
    thread,
    now,
    message: {
      effectId,
      purpose: purposeOf(input.notice),
      label: key,
      content,
      expiresAt: expiryOf(input),
      bookingId: booking.id,
    },
  });
  await publish(tx, scope, { kind: 'chats', id: thread.id });
  return 'message';
}

/** What a notice is sent for. Asking somebody to come again is an offer, however kindly it is put. */
export function purposeOf(notice: Notice): MessagePurpose {
  if (!isReminder(notice)) return 'own-bookings';
  return notice.kind === 'follow-up' ? 'offers' : 'reminders';
}

/** News of a delay is worth nothing once the visit is over, and a reminder nothing once it has begun. */
const expiryOf = ({ booking, notice }: NoticeInput): Date | null => {
  if (notice.kind === 'reminder') return booking.startsAt;
  return notice.kind === 'late' ? booking.endsAt : null;
};

/**
 * The approved template that goes instead of free words: outside the window, and inside it where it is the cheaper way; null
 * where there is none or free words are to go.
 */
async function templateOf(
  db: Db,
  world: World,
  scope: BusinessScope,
  { booking, notice }: NoticeInput,
  { thread, language, now }: { thread: Thread; language: Language; now: Date },
): Promise<TemplateMessage | null> {
  const { channelId } = thread;
  if (isWindowOpen(thread, now)) {
    const prices = (await world.messagePrices?.(db, scope, { channelId, now })) ?? usualPrices(now);
    const cheapest = cheapestWay({ windowOpen: true, hasTemplate: true, prices });
    if (cheapest?.way !== 'template') return null;
  }
  return templateForNotice(db, world, scope, { channelId, notice, booking, language });
}

/** A template as the customer reads it. */
async function shownTemplate(
  db: Db,
  scope: BusinessScope,
  channelId: string,
  { name, language, body }: TemplateMessage,
): Promise<{ text: string; buttons: string[] }> {
  const stored = await findTemplate(db, scope, { channelId, name, language });
  return {
    text: fillTemplate(stored?.definition.body ?? '', body),
    buttons: stored?.definition.buttons.map(({ title }) => title) ?? [],
  };
}

async function wayOf(
  db: Db,
  scope: BusinessScope,
  { booking, notice }: NoticeInput,
  thread: ReachableThread | null | undefined,
  { now, template }: { now: Date; template: TemplateMessage | null | undefined | '' },
): Promise<NoticeWay> {
  if (!booking.customerId || !thread) return { cannot: 'no-chat' };
  const { customerId, id: bookingId } = booking;
  const refusal = await findRefusal(db, scope, { customerId, purpose: purposeOf(notice), bookingId });
  if (refusal) return { cannot: refusal };
  if (thread.channelPaused) return { cannot: 'channel-paused' };
  if (!isWindowOpen(thread, now) && !template) return { cannot: 'window-closed' };
  return 'message';
}

/** Somebody without a chat, or a booking without a customer, is worded in the business's language. */
async function textOf(
  db: Db,
  world: World,
  scope: BusinessScope,
  { booking, notice }: NoticeInput,
  thread: Thread | null | undefined,
): Promise<NoticeText> {
  const standing = await loadStandingFacts(db, scope, world.clock.now());
  const customer = booking.customerId ? await getCustomer(db, scope, booking.customerId) : null;
  // What the clock brings speaks of its own booking alone.
  const own =
    customer && thread && !isReminder(notice)
      ? await loadOwnFacts(world, db, scope, customer, thread)
      : nameFacts(customer);
  return noticeText(thread?.state ?? null, bookingFact(world, scope, booking), notice, {
    ...standing,
    ...own,
  });
}

const shownOf = (message: OutboundMessage): { text: string; buttons: string[] } => ({
  text: 'body' in message && typeof message.body === 'string' ? message.body : '',
  buttons: message.kind === 'buttons' ? message.buttons.map((one) => one.title) : [],
});

/** How it went, in one word. */
export const toldAs = (how: NoticeWay): 'message' | CannotTell => (how === 'message' ? how : how.cannot);
