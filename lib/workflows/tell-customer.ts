import type { Booking } from '../booking/types';
import { noticeText, type Notice, type NoticeText } from '../conversation/notice';
import { getCustomer, hasRefused } from '../customers/queries';
import type { Db, Tx } from '../db/client';
import type { Language } from '../kernel/local-text';
import { publish } from '../live/publish';
import type { OutboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import { lockThread } from '../threads/commands/lock-thread';
import { saveTurn } from '../threads/commands/save-turn';
import { findLatestThread, isMessageWritten, type ReachableThread } from '../threads/queries';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import { windowMs } from './answer-message';
import { loadOwnFacts } from './own-facts';
import { loadStandingFacts } from './standing-facts';
import type { World } from './types';

/** Why a customer cannot be told through WhatsApp. */
export type CannotTell = 'no-chat' | 'window-closed' | 'opted-out' | 'channel-paused';

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

type Template = Extract<OutboundMessage, { kind: 'template' }>;

/** Templates that WhatsApp has approved, by what they tell; none yet. */
const approved: Partial<Record<Notice['kind'], Template>> = {};

/** What a kind of notice goes out as when the 24-hour window is closed; null: it cannot. */
const noticeTemplate = (kind: Notice['kind']): Template | null => approved[kind] ?? null;

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
  const how = await wayOf(db, scope, input, thread, world.clock.now());
  return { language, ...shownOf(message), how };
}

/**
 * Tells the customer in their chat, in the caller's transaction: the message exists exactly if the change does. Nothing
 * is queued where WhatsApp would not deliver it (P22); the answer says why. Safe to repeat with the same `effectId`.
 */
export async function tellCustomer(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  input: NoticeInput & { effectId: string },
): Promise<NoticeWay> {
  const { booking, effectId, notice } = input;
  const found = booking.customerId && (await findLatestThread(tx, scope, booking.customerId));
  // Locked and read again: no turn of theirs runs meanwhile, and the window is as it is now.
  const locked = found && (await lockThread(tx, scope, found.id));
  if (await isMessageWritten(tx, scope, effectId)) return 'message';
  const thread = found && locked && { ...locked, channelPaused: found.channelPaused };
  const now = world.clock.now();
  const how = await wayOf(tx, scope, input, thread, now);
  if (how !== 'message' || !thread) return how;
  const { key, message } = await textOf(tx, world, scope, input, thread);
  const content = isWindowOpen(thread, now) ? message : (noticeTemplate(notice.kind) ?? message);
  await saveTurn(tx, scope, {
    channelId: thread.channelId,
    threadId: thread.id,
    firstPosition: thread.nextPosition,
    state: thread.state,
    now,
    messages: [
      {
        direction: 'out',
        effectId,
        label: key,
        content,
        expiresAt: expiryOf(input),
        bookingId: booking.id,
      },
    ],
  });
  await publish(tx, scope, { kind: 'chats', id: thread.id });
  return 'message';
}

const isWindowOpen = ({ lastInboundAt }: Thread, now: Date): boolean =>
  lastInboundAt !== null && now.getTime() - lastInboundAt.getTime() < windowMs;

/** News of a delay is worth nothing once the visit is over. */
const expiryOf = ({ booking, notice }: NoticeInput): Date | null =>
  notice.kind === 'late' ? booking.endsAt : null;

async function wayOf(
  db: Db,
  scope: BusinessScope,
  { booking, notice }: NoticeInput,
  thread: ReachableThread | null | undefined,
  now: Date,
): Promise<NoticeWay> {
  if (!booking.customerId || !thread) return { cannot: 'no-chat' };
  if (await hasRefused(db, scope, { customerId: booking.customerId, purpose: 'own-bookings' }))
    return { cannot: 'opted-out' };
  if (thread.channelPaused) return { cannot: 'channel-paused' };
  if (!isWindowOpen(thread, now) && !noticeTemplate(notice.kind)) return { cannot: 'window-closed' };
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
  const own =
    customer && thread
      ? await loadOwnFacts(world, db, scope, customer, thread)
      : {
          customer: {
            name: customer?.name ?? null,
            profileName: customer?.profileName ?? null,
            language: customer?.language ?? null,
            blocked: false,
            attendees: [],
          },
          bookings: [],
          thread: { handledBy: 'bot' as const, handedOverAt: null, lastStaffAt: null },
        };
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
