import { say, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer } from './compose';
import type { State } from './state';
import { draftBehind } from './steps/change';
import type { BookingFact } from './types';
import { bookingCard, findService, momentOf, priceWords, ruleWords } from './words';
import { payWords, refundRuleWords } from './money/money-words';

/**
 * A chat in which nothing was going on takes the offer up like a review, so that "yes", "no" and "7 pm instead" are
 * understood. A booking in the making is not disturbed: there the buttons answer for themselves.
 */
const takeUp = (chat: Chat, booking: BookingFact): Partial<State> => {
  const service = findService(chat, booking.serviceId);
  if (chat.state.step !== 'idle' || service === null) return {};
  const draft = draftBehind(chat, booking, service);
  return { step: 'review', held: booking.id, subject: null, misses: 0, lastAt: chat.now, draft };
};

/**
 * Tells somebody on the waiting list of the place that is held for them alone: everything a review tells, and until
 * when. Its buttons work at any step and for as long as the place is free.
 */
export const offerPlace = (chat: Chat, booking: BookingFact): Turned => {
  const clinic = findService(chat, booking.serviceId)?.kind === 'consultation';
  return answer(chat, takeUp(chat, booking), {
    key: 'waitlist.offer',
    body: say(chat, 'waitlist.offer', {
      ...bookingCard(chat, booking),
      price: priceWords(chat, booking.pricePaise),
      pay: payWords(chat, booking),
      rule: ruleWords(chat, booking.serviceId, booking.startsAt) + refundRuleWords(chat, booking),
      until: momentOf(chat, booking.holdUntil ?? chat.now),
    }),
    ...(clinic ? { footer: say(chat, 'doctor.footer') } : {}),
    options: [
      { id: encodeChoice('confirm', { b: booking.id }), title: say(chat, 'review.confirm') },
      { id: encodeChoice('drop', { b: booking.id }), title: say(chat, 'waitlist.no') },
    ],
  });
};
