import { listBookingsBetween } from '../../booking/queries';
import { loadCatalog } from '../../catalog/queries';
import type { AffectedBooking } from '../../catalog/closures/schema';
import { listNamed } from '../../customers/queries';
import type { Db } from '../../db/client';
import { fromEpochMinute, overlaps, toEpochMinute } from '../../kernel/time-range';
import { closedBy } from '../../scheduling/closed-by';
import type { Closure } from '../../scheduling/types';
import { addDays, localDateOf, localDayRange } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';

const yearDays = 366;

/** Who is booked, from now on, while a closure holds; a yearly one is looked at for a year. In order of time. */
export async function listAffected(
  db: Db,
  scope: BusinessScope,
  { closure, now }: { closure: Closure; now: Date },
): Promise<AffectedBooking[]> {
  const { business, hours } = await loadCatalog(db, scope);
  const { zone } = business;
  const today = localDateOf(toEpochMinute(now), zone);
  const fromDate = closure.yearly || closure.startsOn < today ? today : closure.startsOn;
  const lastYearly = addDays(today, yearDays);
  const toDate = closure.yearly ? lastYearly : closure.endsOn;
  if (toDate < fromDate) return [];
  const bookings = await listBookingsBetween(db, scope, {
    from: fromEpochMinute(localDayRange(fromDate, zone).start),
    // The late hours of the last day belong to it.
    to: fromEpochMinute(localDayRange(addDays(toDate, 1), zone).end),
    now,
    ...(closure.resourceId && { resourceId: closure.resourceId }),
  });
  const closedOf = new Map<string, ReturnType<typeof closedBy>>();
  const hit = bookings.filter(({ resourceId, startsAt, endsAt, status }) => {
    if (status !== 'confirmed' && status !== 'held') return false;
    if (endsAt <= now) return false;
    const closed =
      closedOf.get(resourceId) ?? closedBy(closure, { resourceId, hours, zone, fromDate, toDate });
    closedOf.set(resourceId, closed);
    const taken = { start: toEpochMinute(startsAt), end: toEpochMinute(endsAt) };
    return closed.some((range) => overlaps(range, taken));
  });
  const people = await listNamed(db, scope, [...new Set(hit.flatMap((one) => one.customerId ?? []))]);
  const byId = new Map(people.map((one) => [one.id, one]));
  return hit.map((booking) => {
    const person = booking.customerId === null ? undefined : byId.get(booking.customerId);
    return {
      id: booking.id,
      version: booking.version,
      reference: booking.reference,
      who: booking.attendeeName ?? person?.name ?? null,
      phone: person?.phone ?? null,
      resourceId: booking.resourceId,
      serviceId: booking.serviceId,
      startsAt: booking.startsAt.toISOString(),
      durationMinutes: toEpochMinute(booking.endsAt) - toEpochMinute(booking.startsAt),
    };
  });
}
