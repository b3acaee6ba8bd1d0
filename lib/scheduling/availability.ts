import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { closedReason } from './closed-reason';
import { offerOf, type Offer } from './offers';
import { planningFor, type Planning } from './planning';
import { rulesFor } from './price-of';
import { priceTimeline, slotPricer, type PriceSegment } from './price-timeline';
import { visitFreeStarts } from './starts';
import type { AvailabilityInput, DayAvailability, Slot } from './types';
import { dayNumberOf, zoneDays, type DayNumber } from './zone';

/**
 * What a customer may book: one entry for each local date from `fromDate` to `toDate`, in order, each with its
 * free starts or with the reason why there are none. Pure; `now` is the only clock.
 *
 * A slot is listed under the local date on which it starts, also when its opening range began the evening before.
 * `free` follows the order of `resources`, with the lowest free unit; the order of all other lists is without
 * effect. `busy` must hold what overlaps the span, widened by the buffers and the longest duration; more does no
 * harm. A resource that does not offer `durationMinutes` is left out.
 *
 * Throws `AppError('invalid')` for an impossible date or zone and for steps and durations below one minute.
 */
export function availability(input: AvailabilityInput): DayAvailability[] {
  const first = dayNumberOf(input.fromDate);
  const last = dayNumberOf(input.toDate);
  if (last < first) return [];
  const offers = offersOf(input);
  const longestMinutes = offers.reduce((longest, offer) => Math.max(longest, offer.durationMinutes), 0);
  const days = zoneDays(input.zone);
  const today = days.dayOf(input.now);
  // Days that nobody may book are answered without being laid out.
  const span = {
    first: Math.max(first, today),
    last: Math.min(last, today + input.service.horizonDays),
    longestMinutes,
  };
  const planning = planningFor(input, span, days);
  const slots = span.first <= span.last ? slotsIn(input, offers, planning, span) : [];
  return byDate({ first, last }, slots, offers, planning);
}

function offersOf(input: AvailabilityInput): Offer[] {
  const offers: Offer[] = [];
  for (const resource of input.resources) {
    if (input.resourceId !== undefined && resource.resourceId !== input.resourceId) continue;
    const offer = offerOf(input.service, resource, input.durationMinutes);
    if (offer) offers.push(offer);
  }
  return offers;
}

type Span = { first: DayNumber; last: DayNumber; longestMinutes: number };

function slotsIn(input: AvailabilityInput, offers: Offer[], planning: Planning, span: Span): Slot[] {
  const { days, window } = planning;
  const searched: TimeRange = {
    start: Math.max(days.range(span.first).start, window.earliest),
    end: days.range(span.last).end,
  };
  const timelineOf = timelines(input, planning, span);
  const slots = new Map<EpochMinute, Slot>();
  for (const offer of offers) {
    const { resource, durationMinutes } = offer;
    const { resourceId } = resource;
    const { grids, open } = planning.scheduleOf(resourceId);
    const priceAt = slotPricer(timelineOf(offer), input.service.priceBasis);
    const units = planning.unitsOf(resourceId, resource.capacity);
    visitFreeStarts(grids, open, searched, offer, units, (start, unit) => {
      const free = { resourceId, unit, durationMinutes, pricePaise: priceAt(start, durationMinutes) };
      const slot = slots.get(start);
      if (slot) slot.free.push(free);
      else slots.set(start, { start, free: [free] });
    });
  }
  return [...slots.values()].sort((a, b) => a.start - b.start);
}

/** Resources with the same price and no rule of their own share a timeline. */
function timelines(
  input: AvailabilityInput,
  { days }: Planning,
  span: Span,
): (offer: Offer) => PriceSegment[] {
  const made = new Map<string, PriceSegment[]>();
  const withOwnRules = new Set(input.priceRules.map(({ resourceId }) => resourceId));
  return ({ resource }) => {
    const { resourceId } = resource;
    const pricePaise = resource.pricePaise ?? input.service.pricePaise;
    const key = withOwnRules.has(resourceId) ? `own:${resourceId}` : `shared:${String(pricePaise)}`;
    let timeline = made.get(key);
    if (!timeline) {
      const last = span.last + 1 + Math.floor(span.longestMinutes / (23 * 60));
      const rules = rulesFor(input.priceRules, resourceId);
      made.set(key, (timeline = priceTimeline({ rules, pricePaise, days, first: span.first, last })));
    }
    return timeline;
  };
}

function byDate(
  { first, last }: { first: DayNumber; last: DayNumber },
  slots: readonly Slot[],
  offers: readonly Offer[],
  planning: Planning,
): DayAvailability[] {
  const result: DayAvailability[] = [];
  let next = 0;
  for (let day = first; day <= last; day += 1) {
    const { end } = planning.days.range(day);
    const from = next;
    for (let slot = slots[next]; slot && slot.start < end; slot = slots[next]) next += 1;
    const ofDay = slots.slice(from, next);
    const closed = ofDay.length > 0 ? null : closedReason(day, offers, planning);
    result.push({ date: planning.days.dateOf(day), slots: ofDay, closed });
  }
  return result;
}
