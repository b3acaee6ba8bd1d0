import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../scheduling/types';
import type { MinuteOfDay } from '../types';

const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar date; whole-number arithmetic on dates needs no zone. */
export const toDayNumber = (date: LocalDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);

export const fromDayNumber = (day: number): LocalDate => new Date(day * dayMs).toISOString().slice(0, 10);

/** ISO: 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export const dayNumberOf = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / dayMs);

export type Present = { today: number; minute: MinuteOfDay; year: number; month: number; day: number };

/** The business's present day and minute. */
export function presentIn(now: Date, zone: string): Present {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const { year, month, day } = local;
  return { today: dayNumberOf(year, month, day), minute: local.hour * 60 + local.minute, year, month, day };
}
