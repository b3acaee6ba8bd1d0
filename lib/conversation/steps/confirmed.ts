import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { emptyDraft } from '../draft';
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

const tell = (chat: Chat, booking: BookingFact, key: 'confirmed.body' | 'confirmed.moved'): Turned =>
  answer(chat, settled, {
    key,
    body: say(chat, key, {
      ...bookingCard(chat, booking),
      reference: booking.reference,
      price: priceWords(chat, booking.pricePaise),
      pay: payWords(chat, booking),
      place: placeWords(chat),
      calendar: booking.calendarUrl,
    }),
    options: bookingOptions(chat, booking),
  });

/** The booking stands: reference, what, when, who, price, place, calendar. */
export const tellConfirmed = (chat: Chat, booking: BookingFact): Turned =>
  tell(chat, booking, 'confirmed.body');

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
