import { formatMoney } from '../../i18n/format-money';
import type { BotKey } from '../../i18n/translate';
import { after, say, silent, withState, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { askWhichBooking, upcoming } from '../steps/bookings';
import { bookingOptions } from '../steps/confirmed';
import type { BookingFact, Effect } from '../types';
import { bookingWords, momentOf } from '../words';
import { waitingFor } from './ask';
import { tellClaimed } from './claimed';
import { unlessElsewhere } from './elsewhere';
import { offerOtherTimes } from './paid-late';
import { asking, canBePaid, endedLately, isPaidLate, paidLate } from './payable';

const staffOption = (chat: Chat): Option => ({
  id: encodeChoice('staff'),
  title: say(chat, 'staff.button'),
});

const tell = (chat: Chat, key: BotKey, params: Record<string, string>, options: Option[]): Turned =>
  answer(chat, {}, { key, body: say(chat, key, params), options });

const tellPaid = (chat: Chat, booking: BookingFact): Turned =>
  tell(
    chat,
    'payment.paidAlready',
    {
      ...bookingWords(chat, booking),
      reference: booking.reference,
      paid: formatMoney(booking.keptPaise),
    },
    bookingOptions(chat, booking),
  );

/**
 * The customer says that this one is paid. A gateway is asked at once and its answer is awaited in silence; money sent
 * to a UPI address is found by the bank's number.
 */
export const checkPayment = (chat: Chat, booking: BookingFact): Turned => {
  const { payment, status, keptPaise } = booking;
  if (isPaidLate(booking)) return offerOtherTimes(chat, booking, 'payment.lateAgain');
  const settled = payment === null || payment.state === 'paid';
  if (status === 'confirmed' && keptPaise > 0 && settled) return tellPaid(chat, booking);
  if (payment === null) return tellNothingAsked(chat);
  if (payment.way.kind === 'gateway') {
    return silent(withState(chat, { subject: booking.id }), [
      { kind: 'check-payment', bookingId: booking.id },
    ]);
  }
  return payment.claimedReference === null
    ? answer(chat, unlessElsewhere(chat, booking, waitingIfOpen(chat, booking)), {
        key: 'payment.askReference',
        body: say(chat, 'payment.askReference'),
      })
    : tellClaimed(chat, booking);
};

const waitingIfOpen = (chat: Chat, booking: BookingFact) =>
  canBePaid(chat, booking) ? waitingFor(chat, booking) : {};

const tellNothingAsked = (chat: Chat): Turned =>
  tell(chat, 'payment.nothingAsked', {}, [
    staffOption(chat),
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ]);

/**
 * "I have paid": of the booking that waits for money, or which of several; otherwise of what was paid, or asked for and
 * run out, last.
 */
export const hearPaid = (chat: Chat): Turned => {
  const waiting = asking(chat);
  const [first] = waiting;
  const here = waiting.find(({ id }) => id === chat.state.subject);
  if (here !== undefined) return checkPayment(chat, here);
  if (first !== undefined) {
    return waiting.length === 1 ? checkPayment(chat, first) : askWhichBooking(chat, waiting, 'paid');
  }
  const late = paidLate(chat);
  if (late !== null) return offerOtherTimes(chat, late, 'payment.lateAgain');
  const paid = upcoming(chat).filter(({ keptPaise }) => keptPaise > 0);
  const [last] = [...paid, ...endedLately(chat)].sort(
    (a, b) => (b.payment?.payBy ?? 0) - (a.payment?.payBy ?? 0),
  );
  return last === undefined ? tellNothingAsked(chat) : checkPayment(chat, last);
};

/** A bank's number of twelve digits, or a longer one of letters and digits, in whatever words and spacing. */
const referenceIn = (text: string): string | null => {
  const joined = text
    .normalize('NFKC')
    .replace(/(?:utr|rrn|upi|ref|txn|id|no)[.:#-]*(?=\d)/giu, ' ')
    .replace(/(?<=\d)[ -](?=\d)/g, '');
  const [found] =
    joined.match(/(?<![\p{L}\p{N}])(?:\d{12}|(?=[A-Z]*\d)[A-Z0-9]{16,22})(?![\p{L}\p{N}])/iu) ?? [];
  return found?.toUpperCase() ?? null;
};

/** The number by which the bank knows the money sent to a UPI address; null where none is said or awaited. */
export const hearReference = (chat: Chat, text: string): Turned | null => {
  const reference = referenceIn(text);
  if (reference === null) return null;
  const known = [...asking(chat), ...endedLately(chat)];
  const byUpi = known.filter(({ payment }) => payment?.way.kind === 'upi');
  const booking = byUpi.find(({ id }) => id === chat.state.subject) ?? byUpi[0];
  if (booking === undefined) return null;
  if (booking.payment?.claimedReference === reference) return tellClaimed(chat, booking);
  const params = { ...bookingWords(chat, booking), reference };
  const asked = booking.payment?.state === 'open' || booking.payment?.state === 'making';
  if (!asked) return claimEnded(chat, params);
  const key = booking.status === 'held' ? 'payment.claimed' : 'payment.claimedDue';
  const claim: Effect = { kind: 'claim-payment', bookingId: booking.id, reference };
  return after([claim], tell(chat, key, params, [staffOption(chat)]));
};

/** Nothing waits for that money any more, so a person has to see what becomes of it. */
const claimEnded = (chat: Chat, params: Record<string, string>): Turned => {
  const key = 'payment.claimedEnded';
  const call: Effect = { kind: 'call-staff', reason: 'asked', words: chat.words.slice(0, 500) };
  return after([call], answer(chat, { withStaff: true, misses: 0 }, { key, body: say(chat, key, params) }));
};

const notSeenKey = (chat: Chat, booking: BookingFact, reachable: boolean): BotKey => {
  if (!reachable) return 'payment.notReached';
  if (booking.status === 'confirmed') return 'payment.notSeenDue';
  return canBePaid(chat, booking) ? 'payment.notSeen' : 'payment.notSeenOver';
};

/** The gateway knows of no payment yet, or does not answer: what that means, and to look again. */
export const tellNotSeen = (chat: Chat, booking: BookingFact, reachable: boolean): Turned => {
  if (booking.payment?.state === 'paid') return silent(chat);
  const key = notSeenKey(chat, booking, reachable);
  const until = momentOf(chat, booking.payment?.payBy ?? chat.now);
  return tell(chat, key, { until }, [
    { id: encodeChoice('paid', { b: booking.id }), title: say(chat, 'payment.check') },
    ...(canBePaid(chat, booking)
      ? [{ id: encodeChoice('pay', { b: booking.id }), title: say(chat, 'payment.linkButton') }]
      : []),
    staffOption(chat),
  ]);
};
