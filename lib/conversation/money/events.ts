import { formatMoney } from '../../i18n/format-money';
import { say, silent, withNote, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer } from '../compose';
import { emptyDraft, isWorthKeeping } from '../draft';
import { isInterrupted } from '../left-off';
import { bookingOptions, settled } from '../steps/confirmed';
import type { BookingFact, PaymentEvent } from '../types';
import { bookingCard, bookingWords, placeWords } from '../words';
import { tellLink } from './ask';
import { tellNotSeen } from './check';
import { isElsewhere, isInTheMaking } from './elsewhere';
import { amountWords, costWords, payWords } from './money-words';
import { offerOtherTimes } from './paid-late';
import { tellRefund } from './refund';
import { nudge, tellEnded, tellSlow } from './waiting-news';

type Of<K extends PaymentEvent['kind']> = Extract<PaymentEvent, { kind: K }>;

/** It stood before this money came: paid at the venue otherwise, or the rest of a deposit. */
const stoodAlready = ({ toPayPaise, keptPaise }: BookingFact, amountPaise: number): boolean =>
  toPayPaise === 0 || keptPaise > amountPaise;

/**
 * The money has come, and the booking stands. A chat that is at something else stays there; where a booking was in the
 * making, the way back to it is on the message.
 */
const tellReceived = (chat: Chat, { booking, amountPaise, late }: Of<'payment-received'>): Turned => {
  const elsewhere = isElsewhere(chat, booking);
  const key = stoodAlready(booking, amountPaise) ? 'payment.receivedMore' : 'payment.received';
  const body = say(chat, key, {
    ...bookingCard(chat, booking),
    reference: booking.reference,
    amount: formatMoney(amountPaise),
    price: costWords(chat, booking),
    pay: payWords(chat, booking),
    place: placeWords(chat),
    calendar: booking.calendarUrl,
  });
  const resume =
    elsewhere && isWorthKeeping(chat.state.draft) && isInterrupted(chat, booking)
      ? [{ id: encodeChoice('resume'), title: say(chat, 'opening.continue') }]
      : [];
  const noted = late ? withNote(chat, say(chat, 'payment.receivedLate')) : chat;
  const options = [...resume, ...bookingOptions(chat, booking)].slice(0, 3);
  // What was in the making is made: it must not be taken up again, whatever question is at hand.
  const made = isInTheMaking(chat, booking) ? { draft: emptyDraft, held: null } : {};
  return answer(noted, elsewhere ? made : settled, { key, body, options });
};

const tellReturned = (chat: Chat, { booking, amountPaise, why }: Of<'payment-returned'>): Turned => {
  const key = `payment.returned.${why}` as const;
  const params = { ...bookingWords(chat, booking), amount: formatMoney(amountPaise) };
  const options = [
    ...(booking.status === 'confirmed'
      ? [{ id: encodeChoice('booking', { b: booking.id }), title: say(chat, 'opening.mine') }]
      : []),
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
  // A late payment that goes back by itself is no question any more.
  const decided = chat.state.step === 'rebook' && chat.state.subject === booking.id ? settled : {};
  return answer(chat, decided, { key, body: say(chat, key, params), options });
};

const tellMismatch = (chat: Chat, { booking, amountPaise, currency }: Of<'payment-mismatch'>): Turned => {
  const amount = amountWords(amountPaise, currency);
  const asked = booking.payment === null ? null : formatMoney(booking.payment.amountPaise);
  const key = asked === null ? 'payment.mismatchPlain' : 'payment.mismatch';
  const params = { ...bookingWords(chat, booking), amount, asked: asked ?? '' };
  return answer(
    chat,
    {},
    {
      key,
      body: say(chat, key, params),
      options: [{ id: encodeChoice('staff'), title: say(chat, 'staff.button') }],
    },
  );
};

const tellRefundState = (chat: Chat, { booking, amountPaise, state }: Of<'refund-told'>): Turned => {
  if (state === 'started') return tellRefund(chat, booking, amountPaise);
  const key = state === 'failed' ? 'payment.refundFailed' : 'payment.refundDone';
  const params = { ...bookingWords(chat, booking), amount: formatMoney(amountPaise) };
  const options = [
    state === 'failed'
      ? { id: encodeChoice('staff'), title: say(chat, 'staff.button') }
      : { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
  return answer(chat, {}, { key, body: say(chat, key, params), options });
};

/**
 * What became of a payment, told in one message. It asks something of a chat only where that is about this booking or
 * about nothing; everywhere else the question at hand stays, and the buttons answer for themselves.
 */
export const answerPayment = (chat: Chat, event: PaymentEvent): Turned => {
  switch (event.kind) {
    case 'payment-link':
      return tellLink(chat, event.booking);
    case 'payment-slow':
      return tellSlow(chat, event.booking);
    case 'payment-nudge':
      return nudge(chat, event.booking);
    case 'payment-received':
      return tellReceived(chat, event);
    case 'payment-ended':
      return tellEnded(chat, event.booking, event.noLink ?? false);
    case 'payment-late':
      return event.booking.status === 'expired'
        ? offerOtherTimes(chat, event.booking, 'payment.late')
        : silent(chat);
    case 'payment-not-seen':
      return tellNotSeen(chat, event.booking, event.reachable);
    case 'payment-returned':
      return tellReturned(chat, event);
    case 'payment-mismatch':
      return tellMismatch(chat, event);
    case 'refund-told':
      return tellRefundState(chat, event);
  }
};
