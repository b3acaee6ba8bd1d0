import type { AvailabilityInput, WeeklyHours } from './types';
import { toEpochMinuteOf } from './zone';

/** Minutes of the day from "18:30"; hours past 24 are after midnight. */
export function clock(text: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The moment of a local date and time, "2026-11-28", "18:30". */
export const moment = (date: string, time: string, zone = 'Asia/Kolkata'): number =>
  toEpochMinuteOf(date, clock(time), zone);

/** Open hours on all seven days. */
export const daily = (opens: string, closes: string, more: Partial<WeeklyHours> = {}): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    resourceId: null,
    kind: 'open',
    weekday,
    opensMinute: clock(opens),
    closesMinute: clock(closes),
    ...more,
  }));

/** One court, open 06:00–22:00 every day, hourly, ₹400 an hour; Saturday 28 November 2026, seen from the Monday before. */
export const club = (change: Partial<AvailabilityInput> = {}): AvailabilityInput => ({
  zone: 'Asia/Kolkata',
  now: moment('2026-11-23', '10:00'),
  service: {
    durationMinutes: [60, 90, 120],
    stepMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 0,
    horizonDays: 30,
    priceBasis: 'hour',
    pricePaise: 40_000,
  },
  resources: [{ resourceId: 'court-1', capacity: 1 }],
  hours: daily('06:00', '22:00'),
  closures: [],
  priceRules: [],
  busy: [],
  fromDate: '2026-11-28',
  toDate: '2026-11-28',
  ...change,
});
