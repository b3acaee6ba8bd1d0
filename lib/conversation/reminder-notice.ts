import { formatDay } from '../i18n/format-day';
import { localDateOf } from '../scheduling/zone';
import { say, type Chat } from './chat';
import { encodeChoice } from './choice';
import type { Option } from './compose';
import { feedbackOptions, reminderOptions } from './steps/visit';
import type { BookingFact } from './types';
import { bookingCard, bookingWords, placeWords } from './words';

const kinds = ['reminder', 'thanks', 'follow-up', 'no-show'] as const;

/** What the clock brings: before a visit, after it, some time after it, and when nobody came. */
export type ReminderNotice = { kind: (typeof kinds)[number] };

/** Whether a notice is one of the clock's. */
export const isReminder = (notice: { kind: string }): notice is ReminderNotice =>
  kinds.some((kind) => kind === notice.kind);

type ReminderWords = {
  key: 'notice.reminder' | 'notice.thanks' | 'notice.followUp' | 'notice.noShow';
  params: Record<string, string>;
  options: Option[];
};

/** The words of a reminder and what may be tapped under them. Nothing of why somebody comes is ever in them. */
export function reminderWords(chat: Chat, booking: BookingFact, { kind }: ReminderNotice): ReminderWords {
  const words = { ...bookingWords(chat, booking), day: dayOf(chat, booking) };
  const again = {
    id: encodeChoice('set', { s: booking.serviceId, r: booking.resourceId }),
    title: say(chat, 'booking.again'),
  };
  switch (kind) {
    case 'reminder':
      return {
        key: 'notice.reminder',
        params: { ...bookingCard(chat, booking), reference: booking.reference, place: placeWords(chat) },
        options: reminderOptions(chat, booking),
      };
    case 'thanks':
      return { key: 'notice.thanks', params: words, options: feedbackOptions(chat, booking) };
    case 'follow-up':
      return {
        key: 'notice.followUp',
        params: words,
        options: [again, { id: encodeChoice('menu'), title: say(chat, 'menu.button') }],
      };
    case 'no-show':
      return {
        key: 'notice.noShow',
        params: words,
        options: [again, { id: encodeChoice('staff'), title: say(chat, 'staff.button') }],
      };
  }
}

const dayOf = (chat: Chat, { startsAt }: BookingFact): string =>
  formatDay(chat.language, localDateOf(startsAt, chat.facts.zone), chat.facts.today);
