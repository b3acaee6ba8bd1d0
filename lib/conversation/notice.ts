import { toEpochMinute, type EpochMinute } from '../kernel/time-range';
import type { Language } from '../kernel/local-text';
import type { BotKey } from '../i18n/translate';
import type { OutboundMessage } from '../messaging/types';
import { say, withState, type Chat } from './chat';
import { encodeChoice } from './choice';
import { compose, type Option } from './compose';
import { spokenLanguage } from './language-of';
import { plainName } from './plain-name';
import { readState } from './state';
import { bookingOptions } from './steps/confirmed';
import { isReminder, reminderWords, type ReminderNotice } from './reminder-notice';
import { seriesWords, type SeriesNotice } from './series-notice';
import type { BookingFact, Facts } from './types';
import { bookingCard, bookingWords, findService, placeWords, whatOf, whenOf } from './words';
import { costWords, payWords } from './money/money-words';

/** What staff did to a booking, or what the clock brings, that its customer should hear of. */
export type Notice =
  | { kind: 'booked' }
  /** From where it was moved. */
  | { kind: 'moved'; from: { resourceId: string; startsAt: EpochMinute; durationMinutes: number } }
  /** `reason` is for the customer to read, in whatever words staff chose. */
  | { kind: 'cancelled'; reason: string | null }
  /** It cannot take place then; would they choose another time? */
  | { kind: 'closed'; reason: string | null }
  | { kind: 'attendee' }
  | { kind: 'late'; minutes: number }
  /** The confirmation once more. */
  | { kind: 'confirmation' }
  | ReminderNotice
  | SeriesNotice;

/** A message as it would go out, and in which language. */
export type NoticeText = { key: BotKey; language: Language; message: OutboundMessage };

const reasonMax = 300;

/**
 * Says what staff did, in the chat's language and form: same card, same buttons. It does not touch the chat's state: a
 * booking in the making goes on where it was, and the buttons answer for themselves.
 */
export function noticeText(
  saved: unknown,
  booking: BookingFact,
  notice: Notice,
  facts: Omit<Facts, 'availability'>,
): NoticeText {
  const state = readState(saved);
  const known: Facts = {
    ...facts,
    availability: () => {
      throw new Error('A notice asks for no free times.');
    },
  };
  const language = spokenLanguage(state, known);
  const chat: Chat = { facts: known, now: toEpochMinute(facts.now), state, language, words: '' };
  const { key, params, options } = wordsOf(chat, booking, withoutClinicalWords(chat, booking, notice));
  // Lines that wait for the customer's next turn stay there.
  const quiet = withState(chat, { notes: [] });
  return { key, language, message: compose(quiet, { key, body: say(chat, key, params), options }) };
}

/** The language in which a customer is written to, wherever their chat stands. */
export const languageOf = (saved: unknown, facts: Pick<Facts, 'customer' | 'business'>): Language =>
  spokenLanguage(readState(saved), facts);

/** Staff's own words about a visit to a doctor may say what a chat must not: they are left out, whatever they are. */
function withoutClinicalWords(chat: Chat, booking: BookingFact, notice: Notice): Notice {
  const clinical = findService(chat, booking.serviceId)?.kind !== 'court';
  return clinical && 'reason' in notice ? { ...notice, reason: null } : notice;
}

type Worded = { key: BotKey; params: Record<string, string | number>; options: Option[] };

function wordsOf(chat: Chat, booking: BookingFact, notice: Notice): Worded {
  if (isReminder(notice)) return reminderWords(chat, booking, notice);
  const standing = {
    ...bookingCard(chat, booking),
    reference: booking.reference,
    price: costWords(chat, booking),
    pay: payWords(chat, booking),
    place: placeWords(chat),
    calendar: booking.calendarUrl,
  };
  const options = bookingOptions(chat, booking);
  switch (notice.kind) {
    case 'booked':
    case 'attendee':
      return { key: `notice.${notice.kind}`, params: standing, options };
    case 'confirmation':
      return { key: 'confirmed.body', params: standing, options };
    case 'moved':
      return {
        key: 'notice.moved',
        params: { ...standing, old: oldWords(chat, booking, notice.from) },
        options,
      };
    case 'series':
      return seriesWords(chat, booking, {
        ...notice,
        reason: reasonWords(notice.reason),
      });
    case 'late':
      return {
        key: 'notice.late',
        params: { ...bookingWords(chat, booking), minutes: notice.minutes },
        options,
      };
    case 'closed':
      return {
        key: 'notice.closed',
        params: { ...standing, reason: reasonWords(notice.reason) },
        options,
      };
    case 'cancelled':
      return {
        key: 'notice.cancelled',
        params: {
          ...bookingCard(chat, booking),
          reference: booking.reference,
          reason: reasonWords(notice.reason),
        },
        options: [
          { id: encodeChoice('set', { s: booking.serviceId }), title: say(chat, 'booking.again') },
          { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
        ],
      };
  }
}

const reasonWords = (reason: string | null): string => (reason ? `\n${plainName(reason, reasonMax)}` : '');

/** The old time, and the old court or doctor where that is another. */
const oldWords = (
  chat: Chat,
  booking: BookingFact,
  from: Extract<Notice, { kind: 'moved' }>['from'],
): string => {
  const when = whenOf(chat, from.startsAt, from.durationMinutes);
  return from.resourceId === booking.resourceId
    ? when
    : `${whatOf(chat, booking.serviceId, from.resourceId)}, ${when}`;
};
