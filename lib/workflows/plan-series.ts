import { listOverlap } from '../booking/commands/list-overlap';
import type { SeriesRule } from '../booking/schema';
import { seriesDates } from '../booking/series-dates';
import type { Block, Booking } from '../booking/types';
import type { Db } from '../db/client';
import type { Paise } from '../kernel/money';
import { fromEpochMinute, type EpochMinute } from '../kernel/time-range';
import type { FreeResource, LocalDate, WhyNot } from '../scheduling/types';
import { minuteOfDay, toEpochMinuteOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { loadDeskAvailability, type DeskAvailability } from './desk-availability';

/** A court or doctor that is free on a date, and what that date costs there. */
export type Place = { resourceId: string; pricePaise: Paise };

/** Another time of the same day. */
export type OtherTime = Place & { startMinute: number; startsAt: Date; endsAt: Date };

/**
 * One date of a series before anything is booked. `elsewhere`: who else is free then; `otherTimes`: the nearest starts
 * of that day at which the series' own court or doctor is free.
 */
export type PlannedDate = { on: LocalDate; startsAt: Date; endsAt: Date } & (
  | { state: 'free'; place: Place }
  | { state: 'clash'; bookings: Booking[]; blocks: Block[]; elsewhere: Place[]; otherTimes: OtherTime[] }
  | { state: 'closed'; why: WhyNot; elsewhere: Place[]; otherTimes: OtherTime[] }
);

/**
 * Looks at every date of a series and books none (promise P05): free, with its place and price by the rules of that
 * date; a clash, with what stands in the way; or closed, with the reason. Each date is the same time by the clock on
 * the wall, also where the clocks have changed in between. For "any", one place is kept throughout as far as it is free.
 * Throws `invalid` for a rule without dates and `not-found` for a service or resource that is not offered.
 */
export async function planSeries(
  db: Db,
  scope: BusinessScope,
  rule: SeriesRule,
  now: Date,
): Promise<PlannedDate[]> {
  const { desk, looks } = await lookAtSeries(db, scope, rule, now);
  const planned: PlannedDate[] = [];
  for (const look of looks) planned.push(await plannedDate(db, scope, { desk, rule, look, now }));
  return planned;
}

/** A date with everybody who is free then, and the place the series itself would take: null when it has none. */
export type SeriesLook = {
  on: LocalDate;
  start: EpochMinute;
  free: FreeResource[];
  own: FreeResource | null;
};

/** What planning and booking a series share. Two statements. */
export async function lookAtSeries(
  db: Db,
  scope: BusinessScope,
  rule: SeriesRule,
  now: Date,
): Promise<{ desk: DeskAvailability; looks: SeriesLook[] }> {
  const dates = seriesDates(rule);
  const { serviceId, durationMinutes } = rule;
  const toDate = dates.at(-1) ?? rule.firstOn;
  const wish = { serviceId, durationMinutes, fromDate: rule.firstOn, toDate, now };
  const desk = await loadDeskAvailability(db, scope, wish);
  const seen = dates.map((on) => {
    const start = toEpochMinuteOf(on, rule.startMinute, desk.catalog.business.zone);
    return { on, start, free: desk.freeAt(start) };
  });
  const preferred = rule.resourceId === null ? steadiest(seen) : [rule.resourceId];
  const ownOf = (free: FreeResource[]): FreeResource | null =>
    preferred.flatMap((id) => free.find((one) => one.resourceId === id) ?? [])[0] ?? null;
  return { desk, looks: seen.map((look) => ({ ...look, own: ownOf(look.free) })) };
}

/** Those who are free on most of the dates first: a group likes to find its own court each week. */
function steadiest(seen: readonly { free: FreeResource[] }[]): string[] {
  const times = new Map<string, number>();
  for (const { resourceId } of seen.flatMap(({ free }) => free)) {
    times.set(resourceId, (times.get(resourceId) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([resourceId]) => resourceId);
}

async function plannedDate(
  db: Db,
  scope: BusinessScope,
  of: { desk: DeskAvailability; rule: SeriesRule; look: SeriesLook; now: Date },
): Promise<PlannedDate> {
  const { desk, rule, look, now } = of;
  const { on, start, free, own } = look;
  const startsAt = fromEpochMinute(start);
  const endsAt = fromEpochMinute(start + rule.durationMinutes);
  const date = { on, startsAt, endsAt };
  if (own) return { ...date, state: 'free', place: placeOf(own) };
  const { offerings, bufferBeforeMinutes, bufferAfterMinutes } = desk.service;
  const resourceIds =
    rule.resourceId === null ? offerings.map(({ resourceId }) => resourceId) : [rule.resourceId];
  const instead = { elsewhere: free.map(placeOf), otherTimes: otherTimesOf(desk, rule, look, resourceIds) };
  const reasons = resourceIds.flatMap((id) => desk.whyNot(id, start) ?? []);
  if (reasons.some(({ kind }) => kind === 'taken')) {
    const taken = {
      startsAt: fromEpochMinute(start - bufferBeforeMinutes),
      endsAt: fromEpochMinute(start + rule.durationMinutes + bufferAfterMinutes),
    };
    const overlap = await listOverlap(db, scope, { resourceIds, ...taken, now });
    return { ...date, state: 'clash', ...overlap, ...instead };
  }
  return { ...date, state: 'closed', why: reasons[0] ?? { kind: 'outside-hours' }, ...instead };
}

const mostOtherTimes = 6;

/** Starts that the customers know from the list of times, shifted to the series' own minute; the nearest, in order. */
function otherTimesOf(
  desk: DeskAvailability,
  rule: SeriesRule,
  { on, start: wanted }: SeriesLook,
  resourceIds: readonly string[],
): OtherTime[] {
  const step = Math.min(60, Math.max(15, desk.service.stepMinutes));
  const starts = desk.freeOn(on).flatMap(({ start, free }) => {
    const place = free.find(({ resourceId }) => resourceIds.includes(resourceId));
    const apart = start - wanted;
    return place && apart !== 0 && apart % step === 0 ? [{ start, place }] : [];
  });
  return starts
    .sort((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted))
    .slice(0, mostOtherTimes)
    .sort((a, b) => a.start - b.start)
    .map(({ start, place }) => ({
      ...placeOf(place),
      startsAt: fromEpochMinute(start),
      endsAt: fromEpochMinute(start + rule.durationMinutes),
      startMinute: minuteOfDay(start, desk.catalog.business.zone),
    }));
}

const placeOf = ({ resourceId, pricePaise }: FreeResource): Place => ({ resourceId, pricePaise });
