import { say, silent, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { localDateOf } from '../../scheduling/zone';
import { retryOption } from '../steps/bookings';
import { draftBehind } from '../steps/change';
import type { BookingFact } from '../types';
import { bookingWords, findService } from '../words';
import { sendLink, waitingFor } from './ask';
import { unlessElsewhere } from './elsewhere';
import { paymentParams } from './link-message';
import { canBePaid, isClaimed } from './payable';

/** Asked for once more before the hold ends; not after it was paid (P11). */
export const nudge = (chat: Chat, booking: BookingFact): Turned => {
  const waits =
    booking.status === 'held' && booking.keptPaise < booking.toPayPaise && canBePaid(chat, booking);
  if (!waits || !booking.payment?.url || isClaimed(booking)) return silent(chat);
  return sendLink(chat, booking, 'payment.nudge', unlessElsewhere(chat, booking, waitingFor(chat, booking)));
};

/** The gateway does not answer: what is kept, and our own page, which leads on as soon as it does. */
export const tellSlow = (chat: Chat, booking: BookingFact): Turned => {
  const { payment } = booking;
  if (payment === null) return silent(chat);
  const key = payment.url === null ? 'payment.slow' : 'payment.slowPage';
  const link = payment.url === null ? {} : { link: { label: say(chat, 'payment.page'), url: payment.url } };
  return answer(chat, unlessElsewhere(chat, booking, waitingFor(chat, booking)), {
    key,
    body: say(chat, key, paymentParams(chat, booking, payment)),
    ...link,
  });
};

/** The same once more, another time of that day, or something else. */
const retryOptions = (chat: Chat, booking: BookingFact): Option[] => {
  const retry = retryOption(chat, { ...booking, status: 'expired' });
  const d = localDateOf(booking.startsAt, chat.facts.zone);
  return [
    retry,
    {
      id: encodeChoice('set', { s: booking.serviceId, r: '*', d }),
      title: say(chat, 'taken.otherTime'),
    },
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
};

/** The time to pay is over. All that was chosen is kept for another try; "yes" takes it up. */
export const tellEnded = (chat: Chat, booking: BookingFact, noLink: boolean): Turned => {
  const key = noLink ? 'payment.endedNoLink' : 'payment.ended';
  if (booking.status === 'confirmed') return silent(chat);
  const service = findService(chat, booking.serviceId);
  const draft = service === null ? chat.state.draft : draftBehind(chat, booking, service);
  const change = { step: 'continue', held: null, subject: booking.id, draft, misses: 0 } as const;
  return answer(chat, unlessElsewhere(chat, booking, change), {
    key,
    body: say(chat, key, bookingWords(chat, booking)),
    options: retryOptions(chat, booking),
  });
};
