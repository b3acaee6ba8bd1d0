import { formatMoney } from '../../i18n/format-money';
import type { BotKey } from '../../i18n/translate';
import { say, silent, withState, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { cancelRefundWords } from '../money/money-words';
import { packOnceCancelled } from '../money/pack-words';
import type { BookingFact } from '../types';
import { bookingCard, bookingWords, findService, momentOf } from '../words';
import { bookingOptions, settled } from './confirmed';
import { tellStatus } from './bookings';

const staffAndMenu = (chat: Chat) => [
  { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
  { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
];

/** Says why a booking can no longer be changed by its customer, or returns null where it can. */
export const refuseChange = (chat: Chat, booking: BookingFact): Turned | null => {
  const words = bookingWords(chat, booking);
  const tell = (key: BotKey, params: Record<string, string> = {}): Turned =>
    answer(chat, {}, { key, body: say(chat, key, { ...words, ...params }), options: staffAndMenu(chat) });
  if (booking.status === 'cancelled') return tell('cancelling.already');
  if (booking.status === 'expired') return tellStatus(chat, booking);
  if (booking.status !== 'confirmed' && booking.status !== 'held') return tell('booking.over');
  if (booking.startsAt <= chat.now) return tell('booking.over');
  const until = booking.startsAt - (findService(chat, booking.serviceId)?.changeNoticeMinutes ?? 0);
  return until < chat.now ? tell('cancelling.tooLate', { until: momentOf(chat, until) }) : null;
};

/** Asks once before a booking is cancelled. */
export const askCancel = (chat: Chat, booking: BookingFact): Turned => {
  const refused = refuseChange(chat, booking);
  if (refused !== null) return refused;
  return answer(
    chat,
    { step: 'cancel', subject: booking.id },
    {
      key: 'cancelling.ask',
      body: say(chat, 'cancelling.ask', {
        ...bookingCard(chat, booking),
        reference: booking.reference,
        refund: cancelRefundWords(chat, booking),
      }),
      options: [
        { id: encodeChoice('cancel-yes', { b: booking.id }), title: say(chat, 'cancelling.yes') },
        { id: encodeChoice('cancel-no', { b: booking.id }), title: say(chat, 'cancelling.no') },
      ],
    },
  );
};

/** Cancels after the customer said yes; pressed again it only says that it is cancelled. */
export const cancelBooking = (chat: Chat, booking: BookingFact): Turned => {
  const refused = refuseChange(chat, booking);
  if (refused !== null) return refused;
  return silent(withState(chat, { step: 'idle', subject: null }), [
    { kind: 'cancel-booking', bookingId: booking.id, words: chat.words.slice(0, 500) },
  ]);
};

/** The booking stays. */
export const keepBooking = (chat: Chat, booking: BookingFact): Turned =>
  answer(chat, settled, {
    key: 'cancelling.kept',
    body: say(chat, 'cancelling.kept', { ...bookingWords(chat, booking), reference: booking.reference }),
    options: bookingOptions(chat, booking),
  });

const refundOnItsWay = (chat: Chat, booking: BookingFact): string => {
  const { refundingPaise } = booking;
  if (refundingPaise <= 0) return packOnceCancelled(chat, booking) ?? '';
  return `\n\n💰 ${say(chat, 'cancelling.refundOnItsWay', { amount: formatMoney(refundingPaise) })}`;
};

/** The booking is cancelled. */
export const tellCancelled = (chat: Chat, booking: BookingFact): Turned =>
  answer(
    chat,
    { step: 'idle', subject: null, misses: 0 },
    {
      key: 'cancelling.done',
      body: say(chat, 'cancelling.done', {
        ...bookingWords(chat, booking),
        reference: booking.reference,
        refund: refundOnItsWay(chat, booking),
      }),
      options: [
        { id: encodeChoice('set', { s: booking.serviceId }), title: say(chat, 'booking.again') },
        { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
      ],
    },
  );
