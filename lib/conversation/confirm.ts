import { after, silent, withState, type Chat, type Turned } from './chat';
import { emptyDraft } from './draft';
import { tellClaimed } from './money/claimed';
import { offerOtherTimes } from './money/paid-late';
import { isClaimed, isPaidLate } from './money/payable';
import { proceed } from './proceed';
import { showBooking, tellStatus } from './steps/bookings';
import { draftBehind } from './steps/change';
import { tellAlready } from './steps/confirmed';
import type { BookingFact, Effect } from './types';
import { findService } from './words';

/** Booking opts in to messages about that booking, and to nothing else. */
const consent = (chat: Chat, booking: BookingFact): Effect => ({
  kind: 'record-consent',
  purpose: 'own-bookings',
  granted: true,
  bookingId: booking.id,
  words: chat.words.slice(0, 500),
});

/**
 * Confirm was pressed or said. Held, or held until lately: books. Booked already: says so, books nothing twice.
 * Given up meanwhile: the slot is held anew if it is free, and reviewed again; otherwise the nearest are offered.
 */
export const confirmHeld = (chat: Chat, booking: BookingFact): Turned => {
  if (booking.status === 'confirmed') return tellAlready(chat, booking);
  const ahead = booking.startsAt > chat.now;
  // Nothing is booked over money that is there already.
  if (isClaimed(booking)) return tellClaimed(chat, booking);
  if (isPaidLate(booking)) return offerOtherTimes(chat, booking, 'payment.lateAgain');
  if (ahead && (booking.status === 'held' || booking.status === 'expired')) {
    const confirm: Effect = { kind: 'confirm-booking', bookingId: booking.id };
    return after(
      [consent(chat, booking), confirm],
      silent(withState(chat, { step: 'holding', subject: booking.id })),
    );
  }
  const service = findService(chat, booking.serviceId);
  if (ahead && booking.status === 'cancelled' && service !== null) {
    const draft = draftBehind(withState(chat, { held: null }), booking, service);
    return proceed(withState(chat, { held: null, draft: emptyDraft }), draft);
  }
  return tellStatus(chat, booking);
};

/** Confirm of a move: done if the new time is still being held by this chat, otherwise shows how things stand. */
export const confirmMove = (chat: Chat, booking: BookingFact): Turned => {
  const pending = chat.state.held === booking.id && chat.state.draft.moving === booking.id;
  if (!pending || booking.status !== 'confirmed') {
    return booking.status === 'confirmed' ? showBooking(chat, booking) : tellStatus(chat, booking);
  }
  return silent(withState(chat, { step: 'holding', subject: booking.id }), [
    consent(chat, booking),
    { kind: 'confirm-move', bookingId: booking.id },
  ]);
};
