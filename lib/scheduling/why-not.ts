import { AppError } from '../kernel/app-error';
import { overlaps, type EpochMinute, type TimeRange } from '../kernel/time-range';
import { unitFinder } from './busy-units';
import { holds } from './intervals';
import { offerOf, type Offer } from './offers';
import { planningFor, type Planning } from './planning';
import type { Schedule } from './schedule';
import { visitFreeStarts } from './starts';
import type { AvailabilityInput, OfferedResource, WhyNot } from './types';
import { zoneDays } from './zone';

/**
 * The rule that keeps one start of one resource out of the offer, or null when it is offered: null exactly where
 * `availability` lists it. The dates and the resource that `input` is narrowed to do not matter, but `busy` must
 * reach around `start`. Several rules may apply; the answer is the one that explains most: the length, the calendar,
 * the hours, a closure, a booking, the step, the notice, in this order.
 *
 * `off-step` names up to two starts of the same day that are offered, before and after. `notice` names the
 * earliest moment that may be booked now. Throws `AppError('not-found')` for a resource without this service.
 */
export function whyNot(
  input: AvailabilityInput,
  resourceId: string,
  start: EpochMinute,
  durationMinutes: number | undefined = input.durationMinutes,
): WhyNot | null {
  const resource = getResource(input, resourceId);
  const offer = offerOf(input.service, resource, durationMinutes);
  if (!offer) return { kind: 'duration' };
  const days = zoneDays(input.zone);
  const day = days.dayOf(start);
  const planning = planningFor(input, { first: day, last: day, longestMinutes: offer.durationMinutes }, days);
  const { now, earliest, lastDay } = planning.window;
  if (start < now) return { kind: 'past' };
  if (day > lastDay) return { kind: 'beyond-horizon', lastDate: days.dateOf(lastDay) };
  const slot = { start, end: start + offer.durationMinutes };
  const schedule = planning.scheduleOf(resourceId);
  const shut = outsideOpen(schedule, slot);
  if (shut) return shut;
  if (!isFree(offer, slot, planning)) return { kind: 'taken' };
  if (!isOnStep(schedule, offer, start)) {
    return { kind: 'off-step', nearest: nearestOffered(schedule, offer, start, planning) };
  }
  return start < earliest ? { kind: 'notice', opensAt: earliest } : null;
}

function getResource(input: AvailabilityInput, resourceId: string): OfferedResource {
  const resource = input.resources.find((candidate) => candidate.resourceId === resourceId);
  if (resource) return resource;
  throw new AppError('not-found', `The resource ${resourceId} does not offer this service.`);
}

function outsideOpen(schedule: Schedule, slot: TimeRange): WhyNot | null {
  if (!holds(schedule.hours, slot)) {
    const startsIn = (ranges: readonly TimeRange[]) =>
      ranges.some((r) => r.start <= slot.start && slot.start < r.end);
    const startsInBreak = startsIn(schedule.openings) && !startsIn(schedule.hours);
    return { kind: startsInBreak || holds(schedule.openings, slot) ? 'break' : 'outside-hours' };
  }
  const closed = schedule.closures.find((range) => overlaps(range, slot));
  return closed ? { kind: 'closure', reason: closed.closure.reason } : null;
}

function isFree(offer: Offer, slot: TimeRange, { unitsOf }: Planning): boolean {
  const findUnit = unitFinder(unitsOf(offer.resource.resourceId, offer.resource.capacity));
  return findUnit(slot.start - offer.bufferBeforeMinutes, slot.end + offer.bufferAfterMinutes) !== null;
}

function isOnStep({ grids }: Schedule, { stepMinutes }: Offer, start: EpochMinute): boolean {
  const grid = grids.find((range) => range.start <= start && start < range.end);
  return grid !== undefined && (start - grid.start) % stepMinutes === 0;
}

function nearestOffered(
  schedule: Schedule,
  offer: Offer,
  start: EpochMinute,
  planning: Planning,
): EpochMinute[] {
  const { days, window, unitsOf } = planning;
  const day = days.range(days.dayOf(start));
  const searched = { start: Math.max(day.start, window.earliest), end: day.end };
  const units = unitsOf(offer.resource.resourceId, offer.resource.capacity);
  let before: EpochMinute | undefined;
  let after: EpochMinute | undefined;
  visitFreeStarts(schedule.grids, schedule.open, searched, offer, units, (free) => {
    if (free < start) before = free;
    else after ??= free;
  });
  return [before, after].filter((minute) => minute !== undefined);
}
