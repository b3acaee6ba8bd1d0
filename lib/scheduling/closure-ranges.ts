import type { TimeRange } from '../kernel/time-range';
import { dayNumberOf, type DayNumber, type ZoneDays } from './zone';
import type { Closure, LocalDate } from './types';

/** A closure on one day, in epoch minutes. */
export type ClosureRange = TimeRange & { closure: Closure };

/** An opening and the local day to which it belongs, also where it runs past midnight. */
export type Opening = TimeRange & { day: DayNumber };

/**
 * Whether a yearly closure covers a date, looking at month and day alone: it may span the new year, and
 * 29 February, being no day of a common year, closes nothing in one (a span through it closes its other days).
 */
function coversYearly({ startsOn, endsOn }: Closure, date: LocalDate): boolean {
  const length = dayNumberOf(endsOn) - dayNumberOf(startsOn);
  if (length < 0) return false;
  if (length >= 365) return true;
  const [monthDay, from, to] = [date.slice(5), startsOn.slice(5), endsOn.slice(5)];
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Whether a closure holds on a date, be it for a part of the day. */
export const closesOn = (closure: Closure, date: LocalDate): boolean =>
  closure.yearly ? coversYearly(closure, date) : closure.startsOn <= date && date <= closure.endsOn;

/** The days of the span on which a closure holds. */
function closedDays(
  closure: Closure,
  days: ZoneDays,
  span: { first: DayNumber; last: DayNumber },
): DayNumber[] {
  const first = closure.yearly ? span.first : Math.max(span.first, dayNumberOf(closure.startsOn));
  const last = closure.yearly ? span.last : Math.min(span.last, dayNumberOf(closure.endsOn));
  const result: DayNumber[] = [];
  for (let day = first; day <= last; day += 1) {
    if (!closure.yearly || coversYearly(closure, days.dateOf(day))) result.push(day);
  }
  return result;
}

/**
 * The closures of a resource (its own and the business's) in epoch minutes, sorted, for the days `first` … `last`.
 * A whole closed day also closes the hours past midnight of what would have opened on it: a holiday on Friday
 * ends Friday night, not at midnight in the middle of it.
 */
export function closureRanges(
  closures: readonly Closure[],
  openings: readonly Opening[],
  days: ZoneDays,
  span: { first: DayNumber; last: DayNumber },
): ClosureRange[] {
  const ranges: ClosureRange[] = [];
  for (const closure of closures) {
    for (const day of closedDays(closure, days, span)) {
      ranges.push({ ...closedPart(closure, day, days), closure });
      if (isWholeDay(closure)) ranges.push(...lateTails(closure, day, openings, days));
    }
  }
  return ranges.filter(({ start, end }) => start < end).sort(byTimeThenReason);
}

const isWholeDay = ({ fromMinute, toMinute }: Closure): boolean =>
  fromMinute === undefined && toMinute === undefined;

/** Closed through the last passing of its end where the clocks go back: rather an hour less than a broken leave. */
const closedPart = (closure: Closure, day: DayNumber, days: ZoneDays): TimeRange => ({
  start: days.at(day, closure.fromMinute ?? 0),
  end: days.lastEnd(day, closure.toMinute ?? 1440),
});

function lateTails(
  closure: Closure,
  day: DayNumber,
  openings: readonly Opening[],
  days: ZoneDays,
): ClosureRange[] {
  const midnight = days.range(day).end;
  return openings
    .filter((opening) => opening.day === day && opening.end > midnight)
    .map((opening) => ({ start: Math.max(midnight, opening.start), end: opening.end, closure }));
}

// The whole business comes before one resource, and the words decide the rest, so that the order in which
// closures were loaded never shows in an answer.
const byTimeThenReason = (a: ClosureRange, b: ClosureRange): number =>
  a.start - b.start ||
  Number(a.closure.resourceId !== null) - Number(b.closure.resourceId !== null) ||
  b.end - a.end ||
  compareText(JSON.stringify(a.closure.reason), JSON.stringify(b.closure.reason));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
