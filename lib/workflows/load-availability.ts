import { listBusy } from '../booking/queries';
import { availabilityInput, getService } from '../catalog/availability-input';
import { loadCatalog } from '../catalog/queries';
import type { Catalog, CatalogService } from '../catalog/types';
import type { Statements } from '../db/statements';
import { fromEpochMinute, toEpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { AvailabilityInput, DayAvailability, LocalDate } from '../scheduling/types';
import { localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';

export type AvailabilityWish = {
  serviceId: string;
  /** null or absent: any resource. */
  resourceId?: string | null;
  fromDate: LocalDate;
  /** Inclusive. */
  toDate: LocalDate;
  /** null or absent: each resource's default. */
  durationMinutes?: number | null;
  now: Date;
  /** Read before, if the caller has it: saves a statement. */
  catalog?: Catalog;
  /** Bookings whose time counts as free: a customer's own, to be moved or replaced. */
  except?: readonly string[];
};

/**
 * Everything the free times of a service depend on, in two statements (one where the catalogue is given), whatever
 * the number of resources, days and stored bookings. Throws `not-found` for a service that is not offered.
 */
export async function loadAvailabilityInput(
  db: Statements,
  scope: BusinessScope,
  wish: AvailabilityWish,
): Promise<AvailabilityInput> {
  const catalog = wish.catalog ?? (await loadCatalog(db, scope));
  const service = getService(catalog, wish.serviceId);
  const { resourceId, durationMinutes, fromDate, toDate, now, except = [] } = wish;
  const busy = await listBusy(db, scope, {
    resourceIds: resourceId ? [resourceId] : service.offerings.map((each) => each.resourceId),
    ...availabilityReach(catalog.business.zone, service, wish),
    now,
    except,
  });
  const span = {
    fromDate,
    toDate,
    now: toEpochMinute(now),
    ...(resourceId && { resourceId }),
    ...(durationMinutes && { durationMinutes }),
  };
  return availabilityInput(catalog, service, span, busy);
}

/** The instants between which something can be in the way: the last slot of the span may end well after it. */
export function availabilityReach(
  zone: string,
  service: CatalogService,
  wish: AvailabilityWish,
): { from: Date; to: Date } {
  const lengths = [
    ...service.durationMinutes,
    ...service.offerings.flatMap((each) => each.durationMinutes ?? []),
  ];
  const longest = Math.max(...lengths, wish.durationMinutes ?? 0);
  const start = localDayRange(wish.fromDate, zone).start - service.bufferBeforeMinutes;
  const end = localDayRange(wish.toDate, zone).end + longest + service.bufferAfterMinutes;
  return { from: fromEpochMinute(start), to: fromEpochMinute(end) };
}

/** Free times of a service, one entry per local day of the span, in order. See `loadAvailabilityInput`. */
export async function loadAvailability(
  db: Statements,
  scope: BusinessScope,
  wish: AvailabilityWish,
): Promise<DayAvailability[]> {
  return availability(await loadAvailabilityInput(db, scope, wish));
}
