import { listBusyThen, type WaitingEntry } from '../booking/queries';
import type { WantedTime } from '../booking/types';
import { listClosuresThen } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Db } from '../db/client';
import { toEpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { LocalDate } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { availabilityReach, loadAvailabilityInput } from './load-availability';
import { wantedTime } from './wanted-time';

type Waiting = {
  catalog: Catalog;
  entry: WaitingEntry;
  serviceId: string;
  onDate: LocalDate;
  now: Date;
  holdUntil: Date;
};

/**
 * The first time of the day that has come free for somebody who waits: one that can be booked now and could not when
 * they joined, because it was taken or the place was closed. What was free then they have seen and not taken. Null when
 * there is none. At most three statements.
 */
export async function findOpening(
  db: Db,
  scope: BusinessScope,
  waiting: Waiting,
): Promise<WantedTime | null> {
  const { catalog, entry, serviceId, onDate, now, holdUntil } = waiting;
  const service = catalog.services.find((one) => one.id === serviceId);
  if (!service) return null;
  const { resourceId, joinedAt } = entry;
  // Doctors differ in how long they see somebody; for "any" each one's own length is right.
  const anyDoctor = service.kind === 'consultation' && resourceId === null;
  const durationMinutes = anyDoctor ? null : entry.durationMinutes;
  const wish = { serviceId, resourceId, fromDate: onDate, toDate: onDate, durationMinutes, now, catalog };
  const input = await loadAvailabilityInput(db, scope, wish);
  const slots = availability(input).flatMap((day) => day.slots);
  if (slots.length === 0) return null;
  const busy = await listBusyThen(db, scope, {
    resourceIds: input.resources.map((one) => one.resourceId),
    ...availabilityReach(catalog.business.zone, service, wish),
    at: joinedAt,
  });
  const closures = await listClosuresThen(db, scope, joinedAt);
  const joined = { busy, closures, now: toEpochMinute(joinedAt) };
  const then = availability({ ...input, ...joined }).flatMap((day) => day.slots);
  const seen = new Set(then.map((slot) => slot.start));
  const slot = slots.find(({ start }) => !seen.has(start));
  const length = slot?.free[0]?.durationMinutes;
  if (!slot || length === undefined) return null;
  const free = slot.free.filter((one) => one.durationMinutes === length);
  return wantedTime({ input, service, slot: { ...slot, free }, durationMinutes: length, holdUntil, now });
}
