import { say, silent, withState, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { isInterrupted, leftOff } from '../left-off';
import { proceed } from '../proceed';
import type { BotKey } from '../../i18n/translate';
import type { State } from '../state';
import { showBooking, tellStatus } from '../steps/bookings';
import { draftBehind } from '../steps/change';
import type { BookingFact } from '../types';
import { findService } from '../words';
import { isElsewhere } from './elsewhere';
import { linkMessage, paymentParams } from './link-message';
import { canBePaid, isClaimed, isDue, isPaidLate } from './payable';
import { tellClaimed } from './claimed';
import { offerOtherTimes } from './paid-late';

/**
 * Where a chat stands while a booking waits for money: a held one is in hand and can still be changed or given up;
 * one that stands is looked at.
 */
export const waitingFor = (chat: Chat, booking: BookingFact): Partial<State> => {
  if (booking.status === 'confirmed') return { step: 'booking', subject: booking.id };
  const service = findService(chat, booking.serviceId);
  const draft = service === null ? chat.state.draft : draftBehind(chat, booking, service);
  return { step: 'payment', held: booking.id, subject: booking.id, draft };
};

/** The link is being made: said once, where the customer asks meanwhile. */
const tellMaking = (chat: Chat, booking: BookingFact, change: Partial<State>): Turned => {
  const { payment } = booking;
  if (payment === null) return silent(withState(chat, change));
  return answer(chat, change, {
    key: 'payment.making',
    body: say(chat, 'payment.making', paymentParams(chat, booking, payment)),
    options: [{ id: encodeChoice('staff'), title: say(chat, 'staff.button') }],
  });
};

/** Sends the link to pay, in the words of `key`; without one yet, says that it is coming. */
export const sendLink = (
  chat: Chat,
  booking: BookingFact,
  key: BotKey,
  change: Partial<State> = waitingFor(chat, booking),
): Turned => {
  const { payment } = booking;
  if (!payment?.url) return tellMaking(chat, booking, change);
  return answer(chat, change, linkMessage(chat, booking, payment, key));
};

/** The first words about a payment. */
export const firstKey = (booking: BookingFact): BotKey =>
  booking.status === 'confirmed' ? 'payment.due' : 'payment.link';

const againKey = (booking: BookingFact): BotKey =>
  booking.status === 'confirmed' ? 'payment.due' : 'payment.again';

/** A draft elsewhere is named below the link, and "yes" takes it up. */
const sendLinkAndContinue = (chat: Chat, booking: BookingFact): Turned => {
  const { payment } = booking;
  if (!payment?.url) return silent(withState(chat, { step: 'continue', subject: booking.id }));
  const message = linkMessage(chat, booking, payment, firstKey(booking));
  const offer = say(chat, 'opening.continueOffer', { what: leftOff(chat) });
  return answer(
    chat,
    { step: 'continue', subject: booking.id, misses: 0 },
    { ...message, body: `${message.body}\n\n${offer}` },
  );
};

/** The customer's own act led here: nothing is said until there is a link, so that there is one message, not two. */
export const askPayment = (chat: Chat, booking: BookingFact): Turned => {
  if (booking.status === 'held' && isInterrupted(chat, booking)) return sendLinkAndContinue(chat, booking);
  const waiting = waitingFor(chat, booking);
  return booking.payment?.url
    ? sendLink(chat, booking, firstKey(booking), waiting)
    : silent(withState(chat, waiting));
};

/** The link has come. It goes out wherever the chat is by now, and disturbs nothing there. */
export const tellLink = (chat: Chat, booking: BookingFact): Turned => {
  if (!booking.payment?.url || !canBePaid(chat, booking)) return silent(chat);
  const { step, subject } = chat.state;
  if (step === 'continue' && subject === booking.id) return sendLinkAndContinue(chat, booking);
  const change = isElsewhere(chat, booking) ? {} : waitingFor(chat, booking);
  return sendLink(chat, booking, firstKey(booking), change);
};

/** The same link at the same price once more, while the slot is kept (P12). */
export const sendAgain = (chat: Chat, booking: BookingFact, key: BotKey = againKey(booking)): Turned =>
  sendLink(chat, booking, key);

/**
 * Wants to pay for this booking: the link that there is, or a new one; a slot that was given up meanwhile is offered
 * anew by its own button.
 */
export const payFor = (chat: Chat, booking: BookingFact): Turned => {
  if (isClaimed(booking)) return tellClaimed(chat, booking);
  if (canBePaid(chat, booking)) return sendAgain(chat, booking);
  if (isPaidLate(booking)) return offerOtherTimes(chat, booking, 'payment.lateAgain');
  if (booking.status === 'held') {
    const waiting = withState(chat, { step: 'holding', subject: booking.id });
    return silent(waiting, [{ kind: 'confirm-booking', bookingId: booking.id }]);
  }
  if (isDue(chat, booking)) {
    return silent(withState(chat, { subject: booking.id }), [{ kind: 'ask-payment', bookingId: booking.id }]);
  }
  return booking.status === 'expired' ? offerAnew(chat, booking) : showEnded(chat, booking);
};

/** Given up meanwhile: held anew where it is still free, and reviewed again. */
const offerAnew = (chat: Chat, booking: BookingFact): Turned => {
  const service = findService(chat, booking.serviceId);
  if (service === null || booking.startsAt <= chat.now) return tellStatus(chat, booking);
  const draft = draftBehind(chat, booking, service);
  return proceed(withState(chat, { held: null, subject: null }), draft);
};

const showEnded = (chat: Chat, booking: BookingFact): Turned =>
  booking.status === 'confirmed' ? showBooking(chat, booking) : tellStatus(chat, booking);

/** The step once more: how the payment stands. */
export const repeatPayment = (chat: Chat, booking: BookingFact): Turned => {
  if (isClaimed(booking)) return tellClaimed(chat, booking);
  if (canBePaid(chat, booking)) return sendAgain(chat, booking);
  if (isPaidLate(booking)) return offerOtherTimes(chat, booking, 'payment.lateAgain');
  return showEnded(chat, booking);
};
