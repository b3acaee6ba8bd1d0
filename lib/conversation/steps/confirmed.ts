import { formatMoney } from '../../i18n/format-money';
import { limits, textLength } from '../../messaging/limits';
import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { emptyDraft } from '../draft';
import { isInterrupted, leftOff } from '../left-off';
import { costWords, payWords } from '../money/money-words';
import { isDue } from '../money/payable';
import type { State } from '../state';
import type { BookingFact } from '../types';
import { bookingCard, bookingWords, placeWords } from '../words';

/** Nothing in the making any more. */
export const settled: Partial<State> = {
  step: 'idle',
  draft: emptyDraft,
  held: null,
  subject: null,
  misses: 0,
};

/**
 * What can be done with a booking that stands; three at most, so that they are buttons. `last`: what to prefer for the
 * third, where it makes sense: paying what is due, or the receipt.
 */
export const bookingOptions = (
  chat: Chat,
  booking: BookingFact,
  last: 'pay' | 'receipt' = 'receipt',
): Option[] => [
  { id: encodeChoice('move', { b: booking.id }), title: say(chat, 'confirmed.reschedule') },
  { id: encodeChoice('cancel', { b: booking.id }), title: say(chat, 'confirmed.cancel') },
  moneyOption(chat, booking, last) ?? { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
];

const moneyOption = (chat: Chat, booking: BookingFact, last: 'pay' | 'receipt'): Option | null => {
  if (last === 'pay' && isDue(chat, booking)) {
    const title = say(chat, 'payment.pay', { amount: formatMoney(booking.duePaise) });
    const short = textLength(title) <= limits.buttonTitle ? title : say(chat, 'payment.payPlain');
    return { id: encodeChoice('pay', { b: booking.id }), title: short };
  }
  if (booking.keptPaise <= 0) return null;
  return { id: encodeChoice('receipt', { b: booking.id }), title: say(chat, 'payment.receiptButton') };
};

const wordsFor = (chat: Chat, booking: BookingFact, key: 'confirmed.body' | 'confirmed.moved'): string =>
  say(chat, key, {
    ...bookingCard(chat, booking),
    reference: booking.reference,
    price: costWords(chat, booking),
    pay: payWords(chat, booking),
    place: placeWords(chat),
    calendar: booking.calendarUrl,
  });

const tell = (chat: Chat, booking: BookingFact, key: 'confirmed.body' | 'confirmed.moved'): Turned =>
  answer(chat, settled, {
    key,
    body: wordsFor(chat, booking, key),
    options: bookingOptions(chat, booking),
  });

/** The booking stands, and the other one that was in the making when it was confirmed is not forgotten. */
const tellAndContinue = (chat: Chat, booking: BookingFact): Turned => {
  const key = 'confirmed.body';
  const asked = say(chat, 'opening.continueOffer', { what: leftOff(chat) });
  const resume = { id: encodeChoice('resume'), title: say(chat, 'opening.continue') };
  return answer(
    chat,
    { step: 'continue', subject: null, misses: 0 },
    {
      key,
      body: `${wordsFor(chat, booking, key)}\n\n${asked}`,
      options: [resume, ...bookingOptions(chat, booking).slice(0, 2)],
    },
  );
};

/** The booking stands: reference, what, when, who, price, place, calendar. */
export const tellConfirmed = (chat: Chat, booking: BookingFact): Turned =>
  isInterrupted(chat, booking) ? tellAndContinue(chat, booking) : tell(chat, booking, 'confirmed.body');

/** The booking stands at its new time. */
export const tellMoved = (chat: Chat, booking: BookingFact): Turned => tell(chat, booking, 'confirmed.moved');

/** Confirm was pressed again, or on an old message: the booking already stands, once. */
export const tellAlready = (chat: Chat, booking: BookingFact): Turned =>
  answer(
    chat,
    {},
    {
      key: 'confirmed.already',
      body: say(chat, 'confirmed.already', { ...bookingWords(chat, booking), reference: booking.reference }),
      options: bookingOptions(chat, booking),
    },
  );
