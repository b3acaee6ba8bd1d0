import type { TimeRange } from '../kernel/time-range';

const byStart = (a: TimeRange, b: TimeRange): number => a.start - b.start || a.end - b.end;

/** The same time as sorted ranges that neither overlap nor touch; empty ranges vanish. */
export function merged(ranges: readonly TimeRange[]): TimeRange[] {
  const result: TimeRange[] = [];
  let last: TimeRange | undefined;
  for (const range of [...ranges].sort(byStart)) {
    if (range.end <= range.start) continue;
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push((last = { start: range.start, end: range.end }));
  }
  return result;
}

/** What is left of `from` (merged) without any of `taken`. Sorted, disjoint. */
export function without(from: readonly TimeRange[], taken: readonly TimeRange[]): TimeRange[] {
  const cuts = merged(taken);
  const result: TimeRange[] = [];
  let next = 0;
  for (const range of from) {
    let start = range.start;
    for (let cut = cuts[next]; cut && cut.end <= start; cut = cuts[next]) next += 1;
    for (let i = next, cut = cuts[i]; cut && cut.start < range.end; cut = cuts[(i += 1)]) {
      if (cut.start > start) result.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < range.end) result.push({ start, end: range.end });
  }
  return result;
}

/** The parts of `ranges` inside `window`. */
export const clipped = (ranges: readonly TimeRange[], window: TimeRange): TimeRange[] =>
  ranges
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .filter(({ start, end }) => start < end);

/** Whether one of `ranges` (merged) holds the whole of `wanted`. */
export const holds = (ranges: readonly TimeRange[], wanted: TimeRange): boolean =>
  ranges.some((range) => range.start <= wanted.start && wanted.end <= range.end);
