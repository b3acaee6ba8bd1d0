import { capitalised } from '../../i18n/format-day';
import { say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import { answer, type Option } from '../compose';
import type { Draft } from '../draft';
import type { BookingFact, OutcomeEvent } from '../types';
import { bookingCard, momentOf, ruleWords, whatOf, whenOf, whoOf } from '../words';
import { costWords, payWords, refundRuleWords } from '../money/money-words';

const emergencyFooter = (chat: Chat, booking: BookingFact): { footer?: string } => {
  const service = chat.facts.services.find((one) => one.id === booking.serviceId);
  return service?.kind === 'consultation' ? { footer: say(chat, 'doctor.footer') } : {};
};

/** A held start with its day and time, so that a change of one keeps the other. */
const slotOf = (chat: Chat, start: number): Pick<Draft, 'start' | 'date' | 'time'> => ({
  start,
  date: localDateOf(start, chat.facts.zone),
  time: minuteOfDay(start, chat.facts.zone),
});

/** Everything about the held booking once more, before it counts (P26). */
export const reviewHeld = (chat: Chat, booking: BookingFact): Turned =>
  answer(
    chat,
    { step: 'review', held: booking.id, draft: { ...chat.state.draft, ...slotOf(chat, booking.startsAt) } },
    {
      key: 'review.body',
      body: say(chat, 'review.body', {
        ...bookingCard(chat, booking),
        price: costWords(chat, booking),
        pay: payWords(chat, booking),
        rule: ruleWords(chat, booking.serviceId, booking.startsAt) + refundRuleWords(chat, booking),
        until: momentOf(chat, booking.holdUntil ?? chat.now),
      }),
      ...emergencyFooter(chat, booking),
      options: [
        { id: encodeChoice('confirm', { b: booking.id }), title: say(chat, 'review.confirm') },
        { id: encodeChoice('change', { b: booking.id }), title: say(chat, 'review.change') },
        { id: encodeChoice('drop', { b: booking.id }), title: say(chat, 'review.cancel') },
      ],
    },
  );

const moveOptions = (chat: Chat, bookingId: string): Option[] => [
  { id: encodeChoice('confirm', { m: bookingId }), title: say(chat, 'review.confirm') },
  { id: encodeChoice('change', { m: bookingId }), title: say(chat, 'review.change') },
  { id: encodeChoice('drop', { m: bookingId }), title: say(chat, 'review.keepOld') },
];

/** The new time beside the old one, before the move counts. */
export const reviewMove = (chat: Chat, held: Extract<OutcomeEvent, { kind: 'move-held' }>): Turned => {
  const { booking } = held;
  const moved = {
    ...booking,
    startsAt: held.startsAt,
    durationMinutes: held.durationMinutes,
    pricePaise: held.pricePaise,
    duePaise: booking.duePaise + held.pricePaise - booking.pricePaise,
  };
  return answer(
    chat,
    {
      step: 'review',
      held: booking.id,
      draft: { ...chat.state.draft, moving: booking.id, ...slotOf(chat, held.startsAt) },
    },
    {
      key: 'review.bodyMove',
      body: say(chat, 'review.bodyMove', {
        what: whatOf(chat, booking.serviceId, held.resourceId),
        old: whenOf(chat, booking.startsAt, booking.durationMinutes),
        when: capitalised(whenOf(chat, held.startsAt, held.durationMinutes)),
        who: whoOf(chat, booking),
        price: costWords(chat, moved),
        pay: payWords(chat, moved),
        until: momentOf(chat, held.holdUntil),
      }),
      options: moveOptions(chat, booking.id),
    },
  );
};

/** A short reminder to tap, where an answer at the review was not clear enough to book on. */
export const askToConfirm = (chat: Chat): Turned => {
  const { draft, held } = chat.state;
  const options =
    draft.moving !== null
      ? moveOptions(chat, draft.moving)
      : [
          { id: encodeChoice('confirm', { b: held ?? undefined }), title: say(chat, 'review.confirm') },
          { id: encodeChoice('change', { b: held ?? undefined }), title: say(chat, 'review.change') },
          { id: encodeChoice('drop', { b: held ?? undefined }), title: say(chat, 'review.cancel') },
        ];
  return answer(
    chat,
    { step: 'review' },
    { key: 'review.tapConfirm', body: say(chat, 'review.tapConfirm'), options },
  );
};
