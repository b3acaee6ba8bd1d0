import { listCalendarBlocks, listDayLoads } from '../booking/queries';
import type { MonthView } from '../booking/schema';
import type { CalendarTaken } from '../booking/types';
import { loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Db } from '../db/client';
import { fromEpochMinute, toEpochMinute } from '../kernel/time-range';
import { openingDays, type DayStretch, type OpeningDay } from '../scheduling/opening-days';
import type { LocalDate } from '../scheduling/types';
import { localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';

type MonthWish = {
  fromDate: LocalDate;
  /** Inclusive. */
  toDate: LocalDate;
  /** Narrows everything to one court or doctor. */
  resourceId: string | null;
  /** Counts the bookings of one service, against the time of those who offer it. */
  serviceId: string | null;
  now: Date;
};

type Resource = Catalog['resources'][number];

/**
 * How full each day of an inclusive span of local dates is, and what closes it. Three statements, whatever the number
 * of days and bookings: the offer, the bookings counted by day, and the blocks.
 */
export async function loadMonth(db: Db, scope: BusinessScope, wish: MonthWish): Promise<MonthView> {
  const catalog = await loadCatalog(db, scope);
  const { zone } = catalog.business;
  const { fromDate, toDate, resourceId, serviceId, now } = wish;
  const span = {
    from: fromEpochMinute(localDayRange(fromDate, zone).start),
    to: fromEpochMinute(localDayRange(toDate, zone).end),
    now,
  };
  const [loads, blocks] = await Promise.all([
    listDayLoads(db, scope, { ...span, zone, resourceId, serviceId }),
    listCalendarBlocks(db, scope, { ...span, ...(resourceId && { resourceId }) }),
  ]);
  const byDate = new Map(loads.map((load) => [load.date, load]));
  const resources = shownResources(catalog, resourceId, serviceId);
  const days = openingDays({
    ...catalog,
    zone,
    resourceIds: resources.map((one) => one.id),
    fromDate,
    toDate,
  });
  return {
    days: days.map((day) => ({
      date: day.date,
      count: byDate.get(day.date)?.count ?? 0,
      bookedMinutes: byDate.get(day.date)?.minutes ?? 0,
      openMinutes: openMinutesOf(day, resources, blocks),
      closed: closedOf(day),
    })),
  };
}

/** Those who offer the service, where one is asked about. */
function shownResources(
  { resources, services }: Catalog,
  resourceId: string | null,
  serviceId: string | null,
) {
  const service = services.find((one) => one.id === serviceId);
  const offered = service && new Set(service.offerings.map((one) => one.resourceId));
  return resources.filter(
    ({ id }) => (resourceId === null || id === resourceId) && (!offered || offered.has(id)),
  );
}

function openMinutesOf(
  day: OpeningDay,
  resources: readonly Resource[],
  blocks: readonly CalendarTaken[],
): number {
  let minutes = 0;
  for (const { id, capacity } of resources) {
    const open = day.resources.find((one) => one.resourceId === id)?.open ?? [];
    minutes += capacity * open.reduce((sum, { from, to }) => sum + to - from, 0);
    for (const block of blocks) {
      if (block.resourceId !== id || block.kind === 'moving') continue;
      const taken = {
        from: toEpochMinute(block.startsAt) - day.start,
        to: toEpochMinute(block.endsAt) - day.start,
      };
      // One entry stands for as many units as it has rows.
      minutes -= block.ids.length * overlapOf(open, taken);
    }
  }
  return Math.max(0, minutes);
}

const overlapOf = (open: readonly DayStretch[], { from, to }: DayStretch): number =>
  open.reduce((sum, range) => sum + Math.max(0, Math.min(range.to, to) - Math.max(range.from, from)), 0);

type Closed = MonthView['days'][number]['closed'][number];

/** Each reason once: for everybody who is shown, or for each whom it closes. */
function closedOf({ resources }: OpeningDay): Closed[] {
  const byReason = new Map<string, { reason: Closed['reason']; ids: string[] }>();
  for (const { resourceId, closed } of resources)
    for (const { reason } of closed) {
      const key = JSON.stringify(reason);
      const found = byReason.get(key) ?? { reason, ids: [] };
      if (!found.ids.includes(resourceId)) found.ids.push(resourceId);
      byReason.set(key, found);
    }
  return [...byReason.values()].flatMap(({ reason, ids }): Closed[] =>
    ids.length === resources.length
      ? [{ resourceId: null, reason }]
      : ids.map((resourceId) => ({ resourceId, reason })),
  );
}
