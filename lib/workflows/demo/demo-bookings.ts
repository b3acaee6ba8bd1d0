import type { ImportedBooking } from '../../booking/commands/import-bookings';
import { availabilityInput } from '../../catalog/availability-input';
import type { Catalog, CatalogService } from '../../catalog/types';
import type { AttendeeId, CustomerId, ResourceId, ServiceId } from '../../kernel/ids';
import { fromEpochMinute, toEpochMinute, type EpochMinute } from '../../kernel/time-range';
import { availability } from '../../scheduling/availability';
import { priceOf } from '../../scheduling/price-of';
import { addDays, localDateOf, minuteOfDay, weekdayOf } from '../../scheduling/zone';
import { demoRandom } from './demo-random';

export type DemoCustomer = { id: CustomerId; name: string; attendees: { id: AttendeeId; name: string }[] };

type Plan = { catalog: Catalog; customers: DemoCustomer[]; now: Date; daysBack: number; daysAhead: number };
type Place = {
  service: CatalogService;
  resourceId: string;
  unit: number;
  start: EpochMinute;
  minutes: number;
};

const dayMinutes = 1440;

/**
 * A believable month around today: evenings and weekends busy, the far future thin, the past attended, missed or
 * cancelled. One court stays free at every coming hour, so that a newcomer always finds something. The same day and
 * catalogue give the same times.
 */
export function demoBookings(plan: Plan): ImportedBooking[] {
  const random = demoRandom(20_261_123);
  return plan.catalog.services.flatMap((service) =>
    placesOf(plan, service, random).map((place) => bookingAt(plan, place, random)),
  );
}

/** Every time the business offers in the span, as seen from before it, thinned to what is taken. */
function placesOf(plan: Plan, service: CatalogService, random: () => number): Place[] {
  const { catalog, now, daysBack, daysAhead } = plan;
  const { zone } = catalog.business;
  const today = localDateOf(toEpochMinute(now), zone);
  const span = {
    fromDate: addDays(today, -daysBack),
    toDate: addDays(today, daysAhead),
    now: toEpochMinute(now) - (daysBack + 2) * dayMinutes,
  };
  const open = { ...service, noticeMinutes: 0, horizonDays: daysBack + daysAhead + 2 };
  const days = availability(availabilityInput(catalog, open, span, []));
  const nextFree = new Map<string, EpochMinute>();
  const places: Place[] = [];
  for (const { start, free } of days.flatMap((day) => day.slots)) {
    const chance = chanceOf(service, start, zone, toEpochMinute(now));
    const most = service.kind === 'court' ? free.length - 1 : free.length;
    let taken = free.filter((each) => (nextFree.get(each.resourceId) ?? 0) > start).length;
    for (const { resourceId, unit, durationMinutes } of free) {
      if ((nextFree.get(resourceId) ?? 0) > start || random() > chance || taken >= most) continue;
      const long = service.kind === 'court' && random() < 0.15 && random() < chance;
      // A two-hour game could take the last court of its second hour; only quiet mornings have them.
      const minutes = long && minuteOfDay(start, zone) < 10 * 60 ? durationMinutes * 2 : durationMinutes;
      places.push({ service, resourceId, unit, start, minutes });
      nextFree.set(resourceId, start + minutes);
      taken += 1;
    }
  }
  return places;
}

function chanceOf(service: CatalogService, start: EpochMinute, zone: string, now: EpochMinute): number {
  const minute = minuteOfDay(start, zone);
  const weekend = weekdayOf(localDateOf(start, zone)) >= 6;
  const evening = minute >= 17 * 60 && minute < 21 * 60;
  const early = minute < 9 * 60;
  const court = evening ? 0.6 : early || weekend ? 0.4 : 0.12;
  const usual = service.kind === 'court' ? court : evening ? 0.3 : 0.2;
  const daysAhead = Math.max(0, (start - now) / dayMinutes);
  return usual * Math.max(0.1, 1 - daysAhead / 12);
}

function bookingAt(plan: Plan, place: Place, random: () => number): ImportedBooking {
  const { catalog, now } = plan;
  const { service, resourceId, unit, start, minutes } = place;
  const customer = plan.customers[Math.floor(random() * plan.customers.length)];
  if (!customer) throw new Error('The demo needs customers.');
  const attendee =
    service.kind === 'consultation'
      ? customer.attendees[Math.floor(random() * customer.attendees.length)]
      : undefined;
  const resource = service.offerings.find((each) => each.resourceId === resourceId) ?? { resourceId };
  const price = priceOf({
    service,
    resource,
    priceRules: service.priceRules,
    zone: catalog.business.zone,
    start,
    durationMinutes: minutes,
  });
  const startsAt = fromEpochMinute(start);
  const endsAt = fromEpochMinute(start + minutes);
  const bookedAt = new Date(
    Math.min(startsAt.getTime(), now.getTime()) - Math.ceil(random() * 4 * dayMinutes) * 60_000,
  );
  const status = statusAt(startsAt, endsAt, now, random());
  return {
    serviceId: service.id as ServiceId,
    resourceId: resourceId as ResourceId,
    unit,
    customerId: customer.id,
    attendeeId: attendee?.id ?? null,
    attendeeName: attendee?.name ?? customer.name,
    status,
    startsAt,
    endsAt,
    pricePaise: price.paise,
    priceLines: price.lines,
    source: 'demo',
    bookedAt,
    changedAt: changedAt(status, { bookedAt, startsAt, endsAt }),
    reason: status === 'cancelled' ? 'Something came up' : null,
  };
}

function statusAt(startsAt: Date, endsAt: Date, now: Date, chance: number): ImportedBooking['status'] {
  if (chance < 0.05) return 'cancelled';
  if (startsAt > now) return 'confirmed';
  if (endsAt > now) return 'checked-in';
  return chance < 0.12 ? 'no-show' : 'completed';
}

function changedAt(
  status: ImportedBooking['status'],
  times: { bookedAt: Date; startsAt: Date; endsAt: Date },
): Date {
  if (status === 'completed' || status === 'no-show') return times.endsAt;
  if (status === 'checked-in') return times.startsAt;
  return status === 'cancelled' ? new Date(times.bookedAt.getTime() + 30 * 60_000) : times.bookedAt;
}
