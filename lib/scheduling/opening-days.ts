import type { LocalText } from '../kernel/local-text';
import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { clipped } from './intervals';
import { scheduleBook, type Schedule } from './schedule';
import type { Closure, LocalDate, WeeklyHours } from './types';
import { dayNumberOf, zoneDays } from './zone';

/** A stretch of a local day in minutes passed since its midnight, half-open. */
export type DayStretch = { from: number; to: number };

/** One local day as a calendar draws it. */
export type OpeningDay = {
  date: LocalDate;
  /** Its midnight. */
  start: EpochMinute;
  /** How long it lasts: 1440, but where the clocks change. */
  minutes: number;
  resources: {
    resourceId: string;
    open: DayStretch[];
    /** Holidays, leave and maintenance, whether or not the hours say open. May overlap each other. */
    closed: (DayStretch & { reason: LocalText })[];
  }[];
};

/**
 * When each of several resources is open on each day of an inclusive span of local dates, and what closes it there.
 * Bookings do not matter. Throws `AppError('invalid')` for an impossible date or zone.
 */
export function openingDays(input: {
  zone: string;
  hours: readonly WeeklyHours[];
  closures: readonly Closure[];
  resourceIds: readonly string[];
  fromDate: LocalDate;
  toDate: LocalDate;
}): OpeningDay[] {
  const days = zoneDays(input.zone);
  const [first, last] = [dayNumberOf(input.fromDate), dayNumberOf(input.toDate)];
  const scheduleOf = scheduleBook({ hours: input.hours, closures: input.closures, days, first, last });
  const result: OpeningDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const range = days.range(day);
    result.push({
      date: days.dateOf(day),
      start: range.start,
      minutes: range.end - range.start,
      resources: input.resourceIds.map((resourceId) => ({
        resourceId,
        ...within(scheduleOf(resourceId), range),
      })),
    });
  }
  return result;
}

function within(schedule: Schedule, day: TimeRange): Omit<OpeningDay['resources'][number], 'resourceId'> {
  const stretch = ({ start, end }: TimeRange): DayStretch => ({
    from: start - day.start,
    to: end - day.start,
  });
  const closed = schedule.closures.flatMap(({ closure, ...range }) =>
    clipped([range], day).map((part) => ({ ...stretch(part), reason: closure.reason })),
  );
  return { open: clipped(schedule.open, day).map(stretch), closed };
}
