import { feedbacks, type Feedback } from '../../kernel/feedback';
import { say, silent, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import type { BookingFact } from '../types';
import { bookingWords, isUpcoming } from '../words';
import { showBooking, showStanding } from './bookings';

/** Under a reminder: they are coming, another time, or not at all. Always the three, as an approved template has them. */
export const reminderOptions = (chat: Chat, booking: BookingFact): Option[] => [
  { id: encodeChoice('coming', { b: booking.id }), title: say(chat, 'reminder.coming') },
  { id: encodeChoice('move', { b: booking.id }), title: say(chat, 'confirmed.reschedule') },
  { id: encodeChoice('cancel', { b: booking.id }), title: say(chat, 'confirmed.cancel') },
];

/** Under thanks for a visit. */
export const feedbackOptions = (chat: Chat, booking: BookingFact): Option[] =>
  feedbacks.map((v) => ({
    id: encodeChoice('feedback', { b: booking.id, v }),
    title: say(chat, `feedback.${v}`),
  }));

/** They are coming: written down once, and pressed again nothing more is said. */
export const sayComing = (chat: Chat, booking: BookingFact): Turned => {
  if (booking.status !== 'confirmed') return showStanding(chat, booking);
  if (!isUpcoming(chat, booking)) return showBooking(chat, booking);
  if (booking.coming) return silent(chat);
  return silent(chat, [{ kind: 'note-coming', bookingId: booking.id }]);
};

/** How it was. The same word again is not answered again. */
export const noteFeedback = (chat: Chat, booking: BookingFact, feedback: Feedback | undefined): Turned => {
  if (feedback === undefined || booking.startsAt > chat.now) return showStanding(chat, booking);
  if (booking.status === 'cancelled' || booking.status === 'no-show') return showStanding(chat, booking);
  if (booking.feedback === feedback) return silent(chat);
  return silent(chat, [{ kind: 'note-feedback', bookingId: booking.id, feedback }]);
};

/** Thanks for letting us know; what was in the making goes on where it was. */
export const tellComingNoted = (chat: Chat, booking: BookingFact): Turned =>
  answer(chat, {}, { key: 'reminder.noted', body: say(chat, 'reminder.noted', bookingWords(chat, booking)) });

/** Thanks for an opinion; who was not happy may talk to a person. */
export const tellFeedbackNoted = (chat: Chat, booking: BookingFact, feedback: Feedback): Turned => {
  const key = `feedback.thanks.${feedback}` as const;
  return answer(
    chat,
    {},
    {
      key,
      body: say(chat, key, bookingWords(chat, booking)),
      ...(feedback === 'bad' && {
        options: [{ id: encodeChoice('staff'), title: say(chat, 'staff.button') }],
      }),
    },
  );
};
