import { say, silent, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { askWhichBooking } from '../steps/bookings';
import type { BookingFact } from '../types';
import { bookingWords } from '../words';

const menu = (chat: Chat) => [{ id: encodeChoice('menu'), title: say(chat, 'menu.button') }];

/** Sends the receipt of one booking; whether there is one is known when it is asked for. */
export const sendReceipt = (chat: Chat, booking: BookingFact): Turned =>
  silent(chat, [{ kind: 'send-receipt', bookingId: booking.id }]);

/** "Receipt": of the one booking with a payment, or which of several, the latest first. */
export const askReceipt = (chat: Chat): Turned => {
  const paid = chat.facts.bookings.filter(({ keptPaise }) => keptPaise > 0).reverse();
  const subject = paid.find(({ id }) => chat.state.step === 'booking' && id === chat.state.subject);
  const [only] = subject === undefined ? paid : [subject];
  if (only === undefined) {
    const key = 'payment.noReceiptAny';
    return answer(chat, {}, { key, body: say(chat, key), options: menu(chat) });
  }
  return subject !== undefined || paid.length === 1
    ? sendReceipt(chat, only)
    : askWhichBooking(chat, paid, 'receipt');
};

/** The receipt follows as a document, or nothing has been paid. */
export const tellReceipt = (chat: Chat, booking: BookingFact, coming: boolean): Turned => {
  const key = coming ? 'payment.receipt' : 'payment.noReceipt';
  const body = say(chat, key, bookingWords(chat, booking));
  return answer(chat, {}, { key, body, ...(coming ? {} : { options: menu(chat) }) });
};
