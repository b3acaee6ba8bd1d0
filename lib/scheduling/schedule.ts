import type { TimeRange } from '../kernel/time-range';
import { closureRanges, type ClosureRange, type Opening } from './closure-ranges';
import { merged, without } from './intervals';
import type { Closure, WeeklyHours } from './types';
import { weekdayOfDayNumber, type DayNumber, type ZoneDays } from './zone';

/** One resource's rules laid out in time. All lists are sorted and disjoint, except `closures`, which is sorted. */
export type Schedule = {
  /** Opening hours as written, breaks included. */
  openings: TimeRange[];
  /** Opening hours without breaks. */
  hours: TimeRange[];
  /** Opening hours without breaks and closures: where a booking may lie. */
  open: TimeRange[];
  /** Each starts a count of steps: the hours, cut again wherever another range opens. */
  grids: TimeRange[];
  closures: ClosureRange[];
};

/** What a schedule is made of. `days` belongs to one calculation; the span is inclusive. */
export type ScheduleInput = {
  hours: readonly WeeklyHours[];
  closures: readonly Closure[];
  days: ZoneDays;
  first: DayNumber;
  last: DayNumber;
};

/**
 * Lays out the schedules of one span. Resources with nothing of their own share one, laid out once.
 * Right for every start from `first` to `last` that ends by then: two days before are read too, since a
 * range of the day before yesterday may close at the midnight with which the span begins.
 */
export function scheduleBook(input: ScheduleInput): (resourceId: string) => Schedule {
  const own = new Set<string>();
  for (const { resourceId } of input.hours) if (resourceId !== null) own.add(resourceId);
  for (const { resourceId } of input.closures) if (resourceId !== null) own.add(resourceId);
  const made = new Map<string | null, Schedule>();
  return (resourceId) => {
    const key = own.has(resourceId) ? resourceId : null;
    let schedule = made.get(key);
    if (!schedule) made.set(key, (schedule = layOut(input, key)));
    return schedule;
  };
}

function layOut(input: ScheduleInput, resourceId: string | null): Schedule {
  const span = { first: input.first - 2, last: input.last };
  const isMine = (row: { resourceId: string | null }) =>
    row.resourceId === null || row.resourceId === resourceId;
  const ownOpen = input.hours.filter((row) => row.kind === 'open' && row.resourceId === resourceId);
  const openRows =
    ownOpen.length > 0 ? ownOpen : input.hours.filter((row) => row.kind === 'open' && isMine(row));
  const breakRows = input.hours.filter((row) => row.kind === 'break' && isMine(row));

  const ranges = onDays(openRows, input.days, span);
  const openings = merged(ranges);
  const hours = without(openings, onDays(breakRows, input.days, span));
  const closures = closureRanges(input.closures.filter(isMine), ranges, input.days, span);
  return { openings, hours, open: without(hours, closures), grids: gridsOf(hours, ranges), closures };
}

/**
 * Weekly rows as moments. Where the clocks go back, a range opens and closes at the first passing of its edges,
 * while a break lasts to the last passing of its end.
 */
function onDays(
  rows: readonly WeeklyHours[],
  days: ZoneDays,
  { first, last }: { first: DayNumber; last: DayNumber },
): Opening[] {
  const result: Opening[] = [];
  for (let day = first; day <= last; day += 1) {
    const [date, weekday] = [days.dateOf(day), weekdayOfDayNumber(day)];
    for (const row of rows) {
      if (row.weekday !== weekday || !isValidOn(row, date)) continue;
      const start = days.at(day, row.opensMinute);
      const closes = Math.min(row.closesMinute, 2880);
      const end = row.kind === 'break' ? days.lastEnd(day, closes) : days.at(day, closes);
      if (start < end) result.push({ start, end, day });
    }
  }
  return result;
}

const isValidOn = (row: WeeklyHours, date: string): boolean =>
  (row.validFrom === undefined || row.validFrom <= date) &&
  (row.validTo === undefined || date <= row.validTo);

function gridsOf(hours: readonly TimeRange[], openings: readonly Opening[]): TimeRange[] {
  const starts = openings.map(({ start }) => start).sort((a, b) => a - b);
  const grids: TimeRange[] = [];
  let next = 0;
  for (const range of hours) {
    let start = range.start;
    for (let at = starts[next]; at !== undefined && at < range.end; at = starts[(next += 1)]) {
      if (at <= start) continue;
      grids.push({ start, end: at });
      start = at;
    }
    grids.push({ start, end: range.end });
  }
  return grids;
}
