import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { unitFinder, type UnitBusy } from './busy-units';
import type { Offer } from './offers';

/**
 * Visits, in order, every start inside `window` that falls on a step and whose whole length lies within one of
 * `ranges` (sorted, disjoint). Steps are elapsed minutes from where each grid starts; what is booked or closed
 * does not move them.
 */
export function visitStarts(
  grids: readonly TimeRange[],
  ranges: readonly TimeRange[],
  window: TimeRange,
  { stepMinutes, durationMinutes }: { stepMinutes: number; durationMinutes: number },
  visit: (start: EpochMinute) => void,
): void {
  let next = 0;
  for (const grid of grids) {
    if (grid.end <= window.start) continue;
    if (grid.start >= window.end) return;
    const until = Math.min(grid.end, window.end);
    const missed = Math.max(0, Math.ceil((window.start - grid.start) / stepMinutes));
    for (let start = grid.start + missed * stepMinutes; start < until; start += stepMinutes) {
      let range = ranges[next];
      while (range && range.end <= start) range = ranges[(next += 1)];
      if (!range) return;
      if (range.start <= start && start + durationMinutes <= range.end) visit(start);
    }
  }
}

/** As `visitStarts`, but only starts at which a unit is free, buffers included; the lowest such unit is given. */
export function visitFreeStarts(
  grids: readonly TimeRange[],
  ranges: readonly TimeRange[],
  window: TimeRange,
  offer: Offer,
  units: readonly UnitBusy[],
  visit: (start: EpochMinute, unit: number) => void,
): void {
  const findUnit = unitFinder(units);
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after, durationMinutes } = offer;
  visitStarts(grids, ranges, window, offer, (start) => {
    const unit = findUnit(start - before, start + durationMinutes + after);
    if (unit !== null) visit(start, unit);
  });
}
