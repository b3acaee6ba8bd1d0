import type { LocalDate } from '../../scheduling/types';
import type { Intent, MinuteOfDay, Reading } from './types';

/** Our finer intents under the names the `understand` command promises. */
const printedIntent: Record<Intent, string> = {
  book: 'book',
  cancel: 'cancel',
  reschedule: 'reschedule',
  'my-bookings': 'my_bookings',
  price: 'price',
  location: 'location',
  hours: 'hours',
  menu: 'menu',
  back: 'menu',
  help: 'help',
  staff: 'staff',
  stop: 'stop',
  start: 'menu',
  language: 'language',
  greeting: 'greeting',
  thanks: 'thanks',
  yes: 'yes',
  no: 'no',
  waitlist: 'other',
  late: 'other',
  payment: 'other',
  emergency: 'emergency',
  other: 'other',
};

const printedTime = (minute: MinuteOfDay | null): string | null =>
  minute === null
    ? null
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The line that `npm run understand` prints: every promised key, absent values null. */
export type PrintedReading = {
  intent: string;
  service: 'court' | 'doctor' | null;
  date: LocalDate | null;
  time: string | null;
  after: string | null;
  before: string | null;
  part: Reading['part'];
  durationMinutes: number | null;
  attendee: Reading['attendee'];
  fromDate: LocalDate | null;
  fromTime: string | null;
  ask: boolean;
  options: { date: LocalDate | null; time: string | null }[];
  /** The language asked for, else the one spoken. */
  language: Reading['language'];
};

/** A reading in the shape promised to support and judges. A date beyond the horizon was understood, so it is shown. */
export function asPrinted(reading: Reading): PrintedReading {
  const { problem, serviceKind } = reading;
  return {
    intent: printedIntent[reading.intent],
    service: serviceKind === 'consultation' ? 'doctor' : serviceKind,
    date: reading.date ?? (problem?.kind === 'too-far' ? problem.date : null),
    time: printedTime(reading.time),
    after: printedTime(reading.after),
    before: printedTime(reading.before),
    part: reading.part,
    durationMinutes: reading.durationMinutes,
    attendee: reading.attendee,
    fromDate: reading.fromDate,
    fromTime: printedTime(reading.fromTime),
    ask: reading.ask,
    options: reading.options.map(({ date, time }) => ({ date, time: printedTime(time) })),
    language: reading.wantsLanguage ?? reading.language,
  };
}
