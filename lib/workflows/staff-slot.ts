import type { WantedTime } from '../booking/types';
import { loadCatalog } from '../catalog/queries';
import type { Catalog, CatalogService } from '../catalog/types';
import { getService } from '../catalog/availability-input';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import type { ResourceId } from '../kernel/ids';
import { toEpochMinute } from '../kernel/time-range';
import { listOwnPacks } from '../packs/queries';
import { priceOf } from '../scheduling/price-of';
import { staffCheck, type StaffCheck } from '../scheduling/staff-check';
import { localDateOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { asMember } from './packs/as-member';
import { loadAvailabilityInput } from './load-availability';

export type StaffWish = {
  serviceId: string;
  resourceId: string;
  startsAt: Date;
  durationMinutes: number;
  /** For whom, where it is known: members pay less. */
  customerId?: string | null | undefined;
  now: Date;
  /** Bookings whose time counts as free: the one that is being moved. */
  except?: readonly string[];
};

/** A time as staff ask for it, any minute and length: priced, with what it bends. */
export type StaffSlot = StaffCheck & { catalog: Catalog; service: CatalogService; wanted: WantedTime };

/** Long enough to be confirmed in the same transaction. */
const holdMs = 60_000;

/**
 * Reads what a wish of staff costs and what stands against it, in a few statements. Nothing is taken: whoever is faster
 * in the database wins. Throws `not-found` for a service that the court or doctor does not offer.
 */
export async function loadStaffSlot(db: Db, scope: BusinessScope, wish: StaffWish): Promise<StaffSlot> {
  const catalog = await loadCatalog(db, scope);
  const { serviceId, resourceId, startsAt, durationMinutes, now, except = [] } = wish;
  const service = getService(catalog, serviceId);
  const resource = service.offerings.find((one) => one.resourceId === resourceId);
  if (!resource) throw new AppError('not-found', 'This court or doctor does not offer that.');
  const start = toEpochMinute(startsAt);
  const { zone } = catalog.business;
  const date = localDateOf(start, zone);
  const span = { fromDate: date, toDate: date, resourceId, serviceId, durationMinutes, now, except, catalog };
  const input = await loadAvailabilityInput(db, scope, span);
  const packs = wish.customerId ? await listOwnPacks(db, scope, { customerId: wish.customerId, now }) : [];
  const price = priceOf({ service, resource, priceRules: service.priceRules, zone, start, durationMinutes });
  return {
    catalog,
    service,
    ...staffCheck(input, resourceId, start, durationMinutes),
    wanted: {
      candidates: asMember(
        packs,
        { serviceId, on: date, durationMinutes },
        Array.from({ length: resource.capacity }, (_, index) => ({
          // The catalogue names the row's own key.
          resourceId: resourceId as ResourceId,
          unit: index + 1,
          pricePaise: price.paise,
          priceLines: price.lines,
        })),
      ),
      startsAt,
      endsAt: new Date(startsAt.getTime() + durationMinutes * 60_000),
      bufferBeforeMinutes: service.bufferBeforeMinutes,
      bufferAfterMinutes: service.bufferAfterMinutes,
      holdUntil: new Date(now.getTime() + holdMs),
      now,
    },
  };
}
