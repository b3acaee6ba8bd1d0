import { formatMoney } from '../../i18n/format-money';
import type { BotKey } from '../../i18n/translate';
import { limits, textLength } from '../../messaging/limits';
import { say, type Chat } from '../chat';
import type { Say } from '../compose';
import { plainName } from '../plain-name';
import type { BookingFact } from '../types';
import { bookingCard, momentOf } from '../words';
import { costWords, payWords } from './money-words';

type Payment = NonNullable<BookingFact['payment']>;

/** How the confirmation comes: by itself, or after staff have seen the money on their account. */
const howWords = (chat: Chat, { way }: Payment): string =>
  way.kind === 'gateway'
    ? say(chat, 'payment.byItself')
    : say(chat, 'payment.byUpi', {
        // A payment address is made of these alone, and has to stay as it is.
        address: way.address.replace(/[^\w.@-]/g, '').slice(0, 100),
        payee: plainName(way.payee, 50),
      });

const labelOf = (chat: Chat, payment: Payment): string => {
  const label = say(chat, 'payment.pay', { amount: formatMoney(payment.amountPaise) });
  return textLength(label) <= limits.linkLabel ? label : say(chat, 'payment.payPlain');
};

/** The words that a message about a payment may be made of. */
export const paymentParams = (
  chat: Chat,
  booking: BookingFact,
  payment: Payment,
): Record<string, string> => ({
  ...bookingCard(chat, booking),
  reference: booking.reference,
  price: costWords(chat, booking),
  pay: payWords(chat, booking),
  amount: formatMoney(payment.amountPaise),
  rest: formatMoney(Math.max(booking.duePaise - payment.amountPaise, 0)),
  until: momentOf(chat, payment.payBy),
  how: howWords(chat, payment),
});

/** A message with the link to pay; as long as there is no link, its text alone. */
export const linkMessage = (chat: Chat, booking: BookingFact, payment: Payment, key: BotKey): Say => ({
  key,
  body: say(chat, key, paymentParams(chat, booking, payment)),
  ...(payment.url === null ? {} : { link: { label: labelOf(chat, payment), url: payment.url } }),
});
