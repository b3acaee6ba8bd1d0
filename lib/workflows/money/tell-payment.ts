import type { Booking } from '../../booking/types';
import { languageOf } from '../../conversation/notice';
import { turn } from '../../conversation/turn';
import type { PaymentEvent } from '../../conversation/types';
import { findRefusal, getCustomer } from '../../customers/queries';
import type { Tx } from '../../db/client';
import { publish } from '../../live/publish';
import type { Language } from '../../kernel/local-text';
import type { MessagePurpose } from '../../messaging/purpose';
import type { OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { flagThreadOnce } from '../../threads/commands/hand-over';
import { lockThread } from '../../threads/commands/lock-thread';
import { saveTurn } from '../../threads/commands/save-turn';
import { findLatestThread, isMessageWritten } from '../../threads/queries';
import type { Thread } from '../../threads/types';
import { isWindowOpen } from '../reply-window';
import { bookingFact } from '../booking-fact';
import { loadOwnFacts } from '../own-facts';
import { loadStandingFacts } from '../standing-facts';
import { templateFor, type TemplateRequest } from '../templates/notice-template';
import type { World } from '../types';
import { withAvailability } from '../with-availability';

/** An event without its booking, which is told as it is when it is told. */
export type PaymentNews = PaymentEvent extends infer Event
  ? Event extends { booking: unknown }
    ? Omit<Event, 'booking'>
    : never
  : never;

/**
 * Locks the chat in which a customer is told of their money. To be done before the booking is locked, as a turn of the chat
 * does: the other way round the two would wait for each other. Null where there is none.
 */
export async function lockChatOf(
  tx: Tx,
  scope: BusinessScope,
  customerId: string | null,
): Promise<Thread | null> {
  const found = customerId && (await findLatestThread(tx, scope, customerId));
  if (!found) return null;
  return (await lockThread(tx, scope, found.id)) ?? null;
}

/**
 * Tells a customer what became of their payment, in the caller's transaction and in the words of the chat, wherever the chat
 * stands. Told once for each `effectId`. Where WhatsApp would not deliver it (P22) the chat is flagged for staff instead.
 */
export async function tellPayment(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  input: {
    thread: Thread | null;
    booking: Booking;
    news: PaymentNews;
    effectId: string;
    expiresAt?: Date;
    /** Another form of a message, where this chat has one. */
    as?: (message: OutboundMessage) => Promise<OutboundMessage>;
  },
): Promise<void> {
  const {
    thread,
    booking,
    news,
    effectId,
    expiresAt = null,
    as = (message: OutboundMessage) => Promise.resolve(message),
  } = input;
  if (!thread || (await isMessageWritten(tx, scope, effectId))) return;
  const now = world.clock.now();
  const purpose = purposeOf(news);
  if (await findRefusal(tx, scope, { customerId: thread.customerId, purpose, bookingId: booking.id }))
    return flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
  const request = isWindowOpen(thread, now) ? null : newsTemplate(news, booking);
  const template =
    request &&
    (await templateFor(tx, world, scope, {
      ...request,
      channelId: thread.channelId,
      booking,
      language: await languageFor(tx, world, scope, thread),
    }));
  if (!template && !isWindowOpen(thread, now))
    return flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
  const customer = await getCustomer(tx, scope, thread.customerId);
  const standing = await loadStandingFacts(tx, scope, now);
  const known = { ...standing, ...(await loadOwnFacts(world, tx, scope, customer, thread)) };
  // The news names its kind, and every kind but for the booking is told in full.
  const event = { ...news, booking: bookingFact(world, scope, booking) };
  const said = await withAvailability(tx, scope, known, (facts) => turn(thread.state, event, facts));
  const replies = said.effects.filter((effect) => effect.kind === 'reply');
  if (replies.length !== said.effects.length)
    throw new Error('News of a payment says something and does nothing else.');
  const { nextPosition } = thread;
  // A template says the first of it; what else there is to say waits for the customer.
  const told = template ? replies.slice(0, 1) : replies;
  const contents: OutboundMessage[] = template
    ? [template]
    : await Promise.all(told.map(({ message }) => as(message)));
  await saveTurn(tx, scope, {
    channelId: thread.channelId,
    threadId: thread.id,
    firstPosition: nextPosition,
    state: said.state,
    now,
    messages: told.map(({ key, message }, place) => ({
      direction: 'out',
      effectId: place === 0 ? effectId : `${effectId}:${String(place)}`,
      purpose,
      label: key,
      content: contents[place] ?? message,
      expiresAt,
      bookingId: booking.id,
    })),
  });
  thread.nextPosition = nextPosition + told.length;
  thread.state = said.state;
  await publish(tx, scope, { kind: 'chats', id: thread.id });
}

/** What somebody has just asked for or done is answered; the rest is news of their booking. */
function purposeOf({ kind }: PaymentNews): MessagePurpose {
  switch (kind) {
    case 'payment-link':
    case 'payment-slow':
    case 'payment-not-seen':
    case 'payment-received':
      return 'asked-for';
    default:
      return 'own-bookings';
  }
}

/** What goes outside the 24-hour window instead of the chat's own words; null: nothing is approved for such news. */
function newsTemplate(
  news: PaymentNews,
  booking: Booking,
): Pick<TemplateRequest, 'purpose' | 'extras'> | null {
  switch (news.kind) {
    case 'payment-nudge':
    case 'payment-link': {
      const { asking, askedPaise, keptPaise } = booking;
      if (!asking) return null;
      const extras = { amountPaise: askedPaise - keptPaise, until: new Date(asking.payBy) };
      return { purpose: 'payment_nudge', extras };
    }
    case 'payment-received':
      return { purpose: 'receipt_ready', extras: { amountPaise: news.amountPaise } };
    case 'payment-returned':
      return { purpose: 'refund_update', extras: { amountPaise: news.amountPaise } };
    case 'refund-told':
      // That it has arrived, the customer's own bank says; the template speaks of its way.
      return news.state === 'started'
        ? { purpose: 'refund_update', extras: { amountPaise: news.amountPaise } }
        : null;
    default:
      return null;
  }
}

async function languageFor(tx: Tx, world: World, scope: BusinessScope, thread: Thread): Promise<Language> {
  const customer = await getCustomer(tx, scope, thread.customerId);
  const standing = await loadStandingFacts(tx, scope, world.clock.now());
  return languageOf(thread.state, {
    ...standing,
    ...(await loadOwnFacts(world, tx, scope, customer, thread)),
  });
}
