import { toEpochMinute } from '../../../kernel/time-range';
import { dayNumberOf, localDateOf, minuteOfDay, type DayNumber } from '../../../scheduling/zone';
import type { MinuteOfDay } from '../types';

const dayMs = 86_400_000;

/** Days of a month, 1 … 12. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day number of a year, month and day; a day beyond the month's end runs into the next. */
export const dayNumberFor = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / dayMs);

export type Present = { today: DayNumber; minute: MinuteOfDay; year: number; month: number; day: number };

/** The business's present day and minute. */
export function presentIn(now: Date, zone: string): Present {
  const at = toEpochMinute(now);
  const date = localDateOf(at, zone);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { today: dayNumberOf(date), minute: minuteOfDay(at, zone), year, month, day };
}
