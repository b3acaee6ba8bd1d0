import type { TimeRange } from '../kernel/time-range';
import { clipped } from './intervals';
import { scheduleBook } from './schedule';
import type { Closure, LocalDate, WeeklyHours } from './types';
import { dayNumberOf, zoneDays } from './zone';

/** Whose open time is asked for, and when: an inclusive span of local dates in `zone`. */
export type OpenRangesInput = {
  zone: string;
  resourceId: string;
  hours: readonly WeeklyHours[];
  closures: readonly Closure[];
  fromDate: LocalDate;
  toDate: LocalDate;
};

/**
 * When a resource is open, breaks and closures taken out: sorted, disjoint, half-open, in epoch minutes, cut to
 * the local days asked for. What opened the evening before shows up to its closing. Bookings do not matter.
 * Throws `AppError('invalid')` for an impossible date or zone.
 */
export function openRanges({
  zone,
  resourceId,
  hours,
  closures,
  fromDate,
  toDate,
}: OpenRangesInput): TimeRange[] {
  const days = zoneDays(zone);
  const [first, last] = [dayNumberOf(fromDate), dayNumberOf(toDate)];
  if (last < first) return [];
  const { open } = scheduleBook({ hours, closures, days, first, last })(resourceId);
  return clipped(open, { start: days.range(first).start, end: days.range(last).end });
}
