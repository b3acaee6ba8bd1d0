import type { WantedTime } from '../booking/types';
import { getService } from '../catalog/availability-input';
import { loadCatalog } from '../catalog/queries';
import type { Catalog, CatalogService } from '../catalog/types';
import type { Db } from '../db/client';
import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { AvailabilityInput, FreeResource, LocalDate, Slot, WhyNot } from '../scheduling/types';
import { whyNot } from '../scheduling/why-not';
import { localDateOf, localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { loadAvailabilityInput } from './load-availability';
import { wantedTime } from './wanted-time';

/** What the desk may book in a span, asked about one start at a time. */
export type DeskAvailability = {
  catalog: Catalog;
  service: CatalogService;
  /** Who is free for the whole length from `start`, in display order. */
  freeAt(start: EpochMinute): FreeResource[];
  /** Every minute of a local day at which somebody is free for the whole length, in order. */
  freeOn(date: LocalDate): Slot[];
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
  const read = new Map<LocalDate, Slot[]>();
  const freeOn = (date: LocalDate): Slot[] => {
    const known = read.get(date);
    if (known) return known;
    const days = availability({
      ...near(input, localDayRange(date, input.zone)),
      fromDate: date,
      toDate: date,
    });
    const slots = days.flatMap((day) => day.slots);
    read.set(date, slots);
    return slots;
  };
  return {
    catalog,
    service,
    freeAt: (start) =>
      freeOn(localDateOf(start, input.zone)).find((slot) => slot.start === start)?.free ?? [],
    freeOn,
    whyNot: (resourceId, start) => whyNot(near(input, { start, end: start }), resourceId, start),
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

/** The same with only those bookings that a start in the span could meet: a year of them need not be laid out each time. */
function near(input: AvailabilityInput, span: TimeRange): AvailabilityInput {
  const [from, to] = [span.start - 2 * dayMinutes, span.end + 2 * dayMinutes];
  return { ...input, busy: input.busy.filter((busy) => busy.start < to && from < busy.end) };
}
