import type { WeeklyHours } from './types';

type Range = Omit<WeeklyHours, 'resourceId'>;

const week = 7 * 1440;

/** Where a range lies in a week counted from Monday, 00:00. */
const inWeek = ({ weekday, opensMinute, closesMinute }: Range): { from: number; to: number } => ({
  from: (weekday - 1) * 1440 + opensMinute,
  to: (weekday - 1) * 1440 + closesMinute,
});

const meetInTime = (a: Range, b: Range): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');

const meetInWeek = (a: Range, b: Range): boolean => {
  const [one, other] = [inWeek(a), inWeek(b)];
  // A Sunday that runs past midnight reaches the Monday of the next turn of the week.
  return [-week, 0, week].some((turn) => one.from < other.to + turn && other.from + turn < one.to);
};

/**
 * The first two ranges of one kind that claim the same minute of the same week, past midnight and over the end of the
 * week too; null where there are none. Ranges that only touch do not overlap, nor do two that hold in different months.
 */
export function overlappingHours(hours: readonly Range[]): readonly [Range, Range] | null {
  for (const [index, one] of hours.entries()) {
    const other = hours
      .slice(index + 1)
      .find((each) => each.kind === one.kind && meetInTime(one, each) && meetInWeek(one, each));
    if (other) return [one, other];
  }
  return null;
}

/** Whether any two ranges of one kind overlap. */
export const hoursOverlap = (hours: readonly Range[]): boolean => overlappingHours(hours) !== null;
