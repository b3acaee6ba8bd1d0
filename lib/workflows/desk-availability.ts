import type { WantedTime } from '../booking/types';
import { getService } from '../catalog/availability-input';
import { loadCatalog } from '../catalog/queries';
import type { Catalog, CatalogService } from '../catalog/types';
import type { Db } from '../db/client';
import type { EpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { AvailabilityInput, FreeResource, LocalDate, WhyNot } from '../scheduling/types';
import { whyNot } from '../scheduling/why-not';
import { localDateOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { loadAvailabilityInput } from './load-availability';
import { wantedTime } from './wanted-time';

/** What the desk may book in a span, asked about one start at a time. */
export type DeskAvailability = {
  catalog: Catalog;
  service: CatalogService;
  /** Who is free for the whole length from `start`, in display order. */
  freeAt(start: EpochMinute): FreeResource[];
  /** What keeps a resource from being free there; null when nothing does. */
  whyNot(resourceId: string, start: EpochMinute): WhyNot | null;
  /** The start on one of these resources, tried in their order, as a wish for the booking core. */
  wanted(start: EpochMinute, free: readonly FreeResource[]): WantedTime;
};

type Wish = {
  serviceId: string;
  fromDate: LocalDate;
  toDate: LocalDate;
  durationMinutes: number;
  now: Date;
  /** Bookings whose time counts as free. */
  except?: readonly string[];
  /** Read before, if the caller has it: saves a statement. */
  catalog?: Catalog;
};

const dayMinutes = 1440;

/**
 * The offer as staff may book it: hours, closures and what is taken bind them, the customers' notice, horizon, steps
 * and choice of lengths do not (promise P19). Two statements. Throws `not-found` for a service that is not offered.
 */
export async function loadDeskAvailability(
  db: Db,
  scope: BusinessScope,
  wish: Wish,
): Promise<DeskAvailability> {
  const catalog = wish.catalog ?? (await loadCatalog(db, scope));
  const service = getService(catalog, wish.serviceId);
  const input = forDesk(await loadAvailabilityInput(db, scope, { ...wish, catalog }), wish.durationMinutes);
  const { durationMinutes, now } = wish;
  return {
    catalog,
    service,
    freeAt(start) {
      const date = localDateOf(start, input.zone);
      const slots = availability({ ...near(input, start), fromDate: date, toDate: date });
      return slots.flatMap((day) => day.slots).find((slot) => slot.start === start)?.free ?? [];
    },
    whyNot: (resourceId, start) => whyNot(near(input, start), resourceId, start),
    // Confirmed in the transaction that holds it, so it is never a hold to anybody else.
    wanted: (start, free) =>
      wantedTime({ input, service, slot: { start, free: [...free] }, durationMinutes, holdUntil: now, now }),
  };
}

function forDesk(input: AvailabilityInput, durationMinutes: number): AvailabilityInput {
  const anyLength = { durationMinutes: [durationMinutes], stepMinutes: 1 };
  return {
    ...input,
    service: { ...input.service, ...anyLength, noticeMinutes: 0, horizonDays: 100_000 },
    resources: input.resources.map((resource) => ({ ...resource, ...anyLength })),
  };
}

/** The same with only those bookings that a start could meet: a year of them need not be laid out for each date. */
function near(input: AvailabilityInput, start: EpochMinute): AvailabilityInput {
  const [from, to] = [start - 2 * dayMinutes, start + 2 * dayMinutes];
  return { ...input, busy: input.busy.filter((busy) => busy.start < to && from < busy.end) };
}
