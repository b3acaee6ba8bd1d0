import { clipped, merged } from './intervals';
import { scheduleBook } from './schedule';
import type { Closure, LocalDate, WeeklyHours } from './types';
import { dayNumberOf, zoneDays } from './zone';

/** A stretch of one local day in wall-clock minutes of that day, 0 … 1440, half-open. */
export type OpenOnRange = { from: number; to: number };

// Wall-clock minutes are the same in every zone; in this one they are also the minutes that pass.
const wallClock = 'UTC';

/**
 * When any of several resources is open on a local day by the wall clock, breaks and closures taken out: sorted,
 * disjoint, joined where they touch. What opened the evening before shows up to its closing. Without a zone, since
 * it says what the clock on the wall shows, not which moments those are.
 * Throws `AppError('invalid')` for an impossible date.
 */
export function openOn(
  { hours, closures }: { hours: readonly WeeklyHours[]; closures: readonly Closure[] },
  resourceIds: readonly string[],
  date: LocalDate,
): OpenOnRange[] {
  const days = zoneDays(wallClock);
  const day = dayNumberOf(date);
  const scheduleOf = scheduleBook({ hours, closures, days, first: day, last: day });
  const today = days.range(day);
  const open = merged(resourceIds.flatMap((resourceId) => scheduleOf(resourceId).open));
  return clipped(open, today).map(({ start, end }) => ({ from: start - today.start, to: end - today.start }));
}
