import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { emptyDraft } from '../draft';
import { isInterrupted, leftOff } from '../left-off';
import type { State } from '../state';
import type { BookingFact } from '../types';
import { bookingCard, bookingWords, payWords, placeWords, priceWords } from '../words';

/** Nothing in the making any more. */
export const settled: Partial<State> = {
  step: 'idle',
  draft: emptyDraft,
  held: null,
  subject: null,
  misses: 0,
};

/** What can be done with a booking that stands. */
export const bookingOptions = (chat: Chat, booking: BookingFact): Option[] => [
  { id: encodeChoice('move', { b: booking.id }), title: say(chat, 'confirmed.reschedule') },
  { id: encodeChoice('cancel', { b: booking.id }), title: say(chat, 'confirmed.cancel') },
  { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
];

const wordsFor = (chat: Chat, booking: BookingFact, key: 'confirmed.body' | 'confirmed.moved'): string =>
  say(chat, key, {
    ...bookingCard(chat, booking),
    reference: booking.reference,
    price: priceWords(chat, booking.pricePaise),
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
