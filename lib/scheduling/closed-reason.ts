import { overlaps, type TimeRange } from '../kernel/time-range';
import { visitFreeStarts, visitStarts } from './starts';
import type { Closure, ClosedReason } from './types';
import type { DayNumber } from './zone';
import type { Offer } from './offers';
import type { Planning } from './planning';

/**
 * Why a day without any slot has none, looking at all offers together and naming the first rule that emptied it:
 * the calendar (past, horizon), the hours, a closure, the clock, the notice, and at last the bookings.
 */
export function closedReason(day: DayNumber, offers: readonly Offer[], planning: Planning): ClosedReason {
  const { days, window } = planning;
  if (day < window.today) return { kind: 'past' };
  if (day > window.lastDay) return { kind: 'beyond-horizon' };
  const range = days.range(day);
  if (!hasStart(range, 'hours', offers, planning)) return { kind: 'no-hours' };
  if (!hasStart(range, 'open', offers, planning)) return closureOf(range, offers, planning);
  const ahead = { start: Math.max(range.start, window.now), end: range.end };
  if (!hasStart(ahead, 'open', offers, planning)) return { kind: 'past' };
  return hasFreeStart(ahead, offers, planning) ? { kind: 'notice' } : { kind: 'full' };
}

function hasStart(
  range: TimeRange,
  within: 'hours' | 'open',
  offers: readonly Offer[],
  { scheduleOf }: Planning,
): boolean {
  return offers.some((offer) => {
    const schedule = scheduleOf(offer.resource.resourceId);
    let found = false;
    visitStarts(schedule.grids, schedule[within], range, offer, () => (found = true));
    return found;
  });
}

function hasFreeStart(
  range: TimeRange,
  offers: readonly Offer[],
  { scheduleOf, unitsOf }: Planning,
): boolean {
  return offers.some((offer) => {
    const { resourceId, capacity } = offer.resource;
    const { grids, open } = scheduleOf(resourceId);
    let found = false;
    visitFreeStarts(grids, open, range, offer, unitsOf(resourceId, capacity), () => (found = true));
    return found;
  });
}

/** What closed the day: a closure of the business if there is one, otherwise the first of the first resource. */
function closureOf(range: TimeRange, offers: readonly Offer[], { scheduleOf }: Planning): ClosedReason {
  let chosen: Closure | undefined;
  for (const { resource } of offers) {
    for (const { closure, ...closed } of scheduleOf(resource.resourceId).closures) {
      if (!overlaps(closed, range)) continue;
      if (closure.resourceId === null) return { kind: 'closure', reason: closure.reason };
      chosen ??= closure;
    }
  }
  return chosen ? { kind: 'closure', reason: chosen.reason } : { kind: 'no-hours' };
}
