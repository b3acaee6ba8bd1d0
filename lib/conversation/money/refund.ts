import { formatMoney } from '../../i18n/format-money';
import type { Paise } from '../../kernel/money';
import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { upcoming } from '../steps/bookings';
import type { BookingFact } from '../types';
import { bookingWords } from '../words';
import { settled } from '../steps/confirmed';
import { unlessElsewhere } from './elsewhere';
import { backIfCancelled } from './money-words';
import { offerOtherTimes } from './paid-late';
import { paidLate } from './payable';

const maxRefunds = 4;

const onItsWay = (chat: Chat, booking: BookingFact, paise: Paise): string =>
  say(chat, 'payment.refundStarted', { ...bookingWords(chat, booking), amount: formatMoney(paise) });

const staffAndMenu = (chat: Chat): Option[] => [
  { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
  { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
];

/** Money of this booking is on its way back. */
export const tellRefund = (
  chat: Chat,
  booking: BookingFact,
  paise: Paise = booking.refundingPaise,
  change = {},
): Turned =>
  answer(chat, change, {
    key: 'payment.refundStarted',
    body: onItsWay(chat, booking, paise),
    options: [
      { id: encodeChoice('set', { s: booking.serviceId }), title: say(chat, 'booking.again') },
      { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
    ],
  });

/** What a late payment comes to once its customer wants it back: on its way, now or already; or nothing was there. */
export const tellRefundStarted = (chat: Chat, booking: BookingFact, paise: Paise): Turned => {
  const onWay = paise > 0 ? paise : booking.refundingPaise;
  if (onWay <= 0) return tellNoRefund(chat);
  return tellRefund(chat, booking, onWay, unlessElsewhere(chat, booking, settled));
};

/** "Where is my refund?", "I want my money back": what is on its way, what can be had back, or that nothing is. */
export const tellRefunds = (chat: Chat): Turned => {
  const late = paidLate(chat);
  if (late !== null) return offerOtherTimes(chat, late, 'payment.lateAgain');
  const refunding = chat.facts.bookings.filter(({ refundingPaise }) => refundingPaise > 0);
  if (refunding.length > 0) {
    const lines = refunding
      .slice(-maxRefunds)
      .map((booking) => onItsWay(chat, booking, booking.refundingPaise));
    return answer(
      chat,
      {},
      { key: 'payment.refundStarted', body: lines.join('\n\n'), options: staffAndMenu(chat) },
    );
  }
  const [paid] = upcoming(chat).filter(({ keptPaise }) => keptPaise > 0);
  return paid === undefined ? tellNoRefund(chat) : tellBackIfCancelled(chat, paid);
};

const tellNoRefund = (chat: Chat): Turned =>
  answer(
    chat,
    {},
    { key: 'payment.refundNone', body: say(chat, 'payment.refundNone'), options: staffAndMenu(chat) },
  );

const tellBackIfCancelled = (chat: Chat, booking: BookingFact): Turned => {
  const amount = formatMoney(backIfCancelled(chat, booking));
  const key = 'payment.refundIfCancelled';
  const options = [
    { id: encodeChoice('cancel', { b: booking.id }), title: say(chat, 'confirmed.cancel') },
    ...staffAndMenu(chat),
  ];
  const body = say(chat, key, { ...bookingWords(chat, booking), amount });
  return answer(chat, { step: 'booking', subject: booking.id }, { key, body, options });
};
