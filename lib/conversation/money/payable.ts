import type { Chat } from '../chat';
import type { BookingFact } from '../types';

/** Asked for money and not paid yet: the slot is kept meanwhile. */
export const isAwaiting = (booking: BookingFact): boolean =>
  booking.status === 'held' && (booking.payment?.state === 'open' || booking.payment?.state === 'making');

/** Awaited still, as the customer was told. */
export const canBePaid = (chat: Chat, booking: BookingFact): boolean =>
  (booking.payment?.state === 'open' || booking.payment?.state === 'making') &&
  booking.payment.payBy > chat.now &&
  (booking.status === 'held' || booking.status === 'confirmed');

/**
 * Its money came after the slot was gone, and has neither bought another time nor gone back. A part of what was asked for
 * buys nothing: staff see to that.
 */
export const isPaidLate = ({ status, keptPaise, toPayPaise }: BookingFact): boolean =>
  status === 'expired' && keptPaise > 0 && keptPaise >= toPayPaise;

/** Staff are looking for money that the customer says they sent; its slot is kept for that. */
export const isClaimed = ({ status, payment }: BookingFact): boolean =>
  status === 'held' && payment !== null && payment.state !== 'paid' && payment.claimedReference !== null;

/** Whether this business takes money in the chat at all. */
const takesMoneyHere = (chat: Chat): boolean =>
  chat.facts.services.some(({ paymentRule }) => paymentRule === 'full' || paymentRule === 'deposit');

/** A booking that stands, of which something is still to be paid, and may be paid here. */
export const isDue = (chat: Chat, booking: BookingFact): boolean =>
  booking.status === 'confirmed' &&
  booking.duePaise > 0 &&
  booking.terms.rule !== 'none' &&
  (booking.terms.rule !== 'venue' || takesMoneyHere(chat));

const newestFirst = (a: BookingFact, b: BookingFact): number =>
  (b.payment?.payBy ?? 0) - (a.payment?.payBy ?? 0);

/** The customer's bookings that wait for money, the one asked for last first. */
export const awaiting = (chat: Chat): BookingFact[] =>
  chat.facts.bookings.filter(isAwaiting).sort(newestFirst);

/** Nobody pays for what ran out longer ago. */
const endedLatelyMinutes = 24 * 60;

/** Those whose time to pay has run out, or that were given up, lately; the last one first. */
export const endedLately = (chat: Chat): BookingFact[] =>
  chat.facts.bookings
    .filter(
      ({ status, payment }) =>
        (status === 'expired' || status === 'cancelled') &&
        payment?.state === 'ended' &&
        payment.payBy > chat.now - endedLatelyMinutes,
    )
    .sort(newestFirst);

/** Bookings of which money is being asked for, whether they stand already or not. */
export const asking = (chat: Chat): BookingFact[] =>
  chat.facts.bookings
    .filter(({ payment }) => payment?.state === 'open' || payment?.state === 'making')
    .sort(newestFirst);

/** Money that came too late for its slot and waits for a decision. */
export const paidLate = (chat: Chat): BookingFact | null => chat.facts.bookings.find(isPaidLate) ?? null;
