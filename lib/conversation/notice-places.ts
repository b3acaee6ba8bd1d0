import { formatMoney } from '../i18n/format-money';
import type { Language } from '../kernel/local-text';
import type { Paise } from '../kernel/money';
import { toEpochMinute, type EpochMinute } from '../kernel/time-range';
import { named, type Chat } from './chat';
import { plainName } from './plain-name';
import { readState } from './state';
import type { BookingFact, Facts } from './types';
import { bookingCard, momentOf, whatOf, whenOf } from './words';

/** What else is told than the booking itself. */
export type NoticeExtras = {
  /** Where it was before. */
  from?: { resourceId: string; startsAt: EpochMinute; durationMinutes: number };
  /** The dates of a series, by start. */
  dates?: readonly { startsAt: EpochMinute; durationMinutes: number }[];
  minutes?: number;
  amountPaise?: Paise;
  /** Until when something is kept. */
  until?: Date;
  /** Staff's own words. */
  message?: string;
};

/** The words that fill a template's places, in one language. `booking` null: what is told is of none. */
export function noticePlaces(
  booking: BookingFact | null,
  extras: NoticeExtras,
  facts: Omit<Facts, 'availability'>,
  language: Language,
): Record<string, string> {
  const known: Facts = {
    ...facts,
    availability: () => {
      throw new Error('A notice asks for no free times.');
    },
  };
  const chat: Chat = {
    facts: known,
    now: toEpochMinute(facts.now),
    state: readState(null),
    language,
    words: '',
  };
  const { from, dates, minutes, amountPaise, until, message } = extras;
  const card = booking && bookingCard(chat, booking);
  return {
    business: named(chat, facts.business.name),
    ...(booking &&
      card && {
        ...card,
        ...(dates && {
          when: dates.map((date) => whenOf(chat, date.startsAt, date.durationMinutes)).join('; '),
        }),
        reference: booking.reference,
      }),
    ...(booking && from && { old: oldWords(chat, booking, from) }),
    ...(minutes !== undefined && { minutes: String(minutes) }),
    ...(amountPaise !== undefined && { amount: formatMoney(amountPaise) }),
    ...(until && { until: momentOf(chat, toEpochMinute(until)) }),
    ...(message !== undefined && { message: plainName(message, 700) }),
  };
}

const oldWords = (chat: Chat, booking: BookingFact, from: NonNullable<NoticeExtras['from']>): string => {
  const when = whenOf(chat, from.startsAt, from.durationMinutes);
  return from.resourceId === booking.resourceId
    ? when
    : `${whatOf(chat, booking.serviceId, from.resourceId)}, ${when}`;
};
