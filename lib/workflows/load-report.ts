import { loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Db } from '../db/client';
import { fromEpochMinute } from '../kernel/time-range';
import { openMinutes, type OpenMinutes } from '../reports/open-minutes';
import { loadMoneySums, loadSums } from '../reports/queries';
import type { Report, ReportQuery } from '../reports/schema';
import type { LocalDate } from '../scheduling/types';
import { addDays, dayNumberOf, localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';

type Span = { from: LocalDate; to: LocalDate };

/** The span of the same length that ends the day before this one begins. */
export const spanBefore = ({ from, to }: Span): Span => ({
  from: addDays(from, dayNumberOf(from) - dayNumberOf(to) - 1),
  to: addDays(from, -1),
});

/** A report over an inclusive span of local dates, beside the one before it. Four statements, whatever the span. */
export async function loadReport(db: Db, scope: BusinessScope, query: ReportQuery): Promise<Report> {
  const catalog = await loadCatalog(db, scope);
  const before = spanBefore(query);
  const [sums, sumsBefore] = [
    await loadSums(db, scope, spanOf(catalog, query, query)),
    await loadSums(db, scope, spanOf(catalog, query, before)),
  ];
  const [open, openBefore] = [openIn(catalog, query, query), openIn(catalog, query, before)];
  return {
    ...sums,
    range: { from: query.from, to: query.to },
    ...(await loadMoneySums(db, scope, spanOf(catalog, query, query))),
    openMinutes: open.total,
    before: { ...before, totals: sumsBefore.totals, openMinutes: openBefore.total },
    hours: heatOf(sums.hours, open),
    resources: sums.resources.map((one) => ({ ...one, openMinutes: open.byResource.get(one.id) ?? 0 })),
  };
}

const spanOf = ({ business }: Catalog, { serviceId, resourceId }: ReportQuery, { from, to }: Span) => ({
  from: fromEpochMinute(localDayRange(from, business.zone).start),
  to: fromEpochMinute(localDayRange(to, business.zone).end),
  zone: business.zone,
  serviceId: serviceId ?? null,
  resourceId: resourceId ?? null,
});

/** What could have been booked: on the resources that offer the service, where one is asked about. */
function openIn(catalog: Catalog, query: ReportQuery, { from, to }: Span): OpenMinutes {
  const service = catalog.services.find((each) => each.id === query.serviceId);
  const offered = service && new Set(service.offerings.map((each) => each.resourceId));
  const resources = catalog.resources.filter(
    ({ id }) => (!query.resourceId || id === query.resourceId) && (!offered || offered.has(id)),
  );
  const { hours, closures, business } = catalog;
  return openMinutes({ zone: business.zone, hours, closures, resources, fromDate: from, toDate: to });
}

/** Every hour that was open or booked, in order. */
function heatOf(booked: { weekday: number; hour: number; bookedMinutes: number }[], open: OpenMinutes) {
  const bookedIn = new Map(booked.map((one) => [`${one.weekday}:${one.hour}`, one.bookedMinutes]));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    Array.from({ length: 24 }, (_, hour) => {
      const key = `${weekday}:${hour}`;
      const [bookedMinutes, openMinutesThen] = [bookedIn.get(key) ?? 0, open.byHour.get(key) ?? 0];
      return { weekday, hour, bookedMinutes, openMinutes: openMinutesThen };
    }).filter((one) => one.bookedMinutes > 0 || one.openMinutes > 0),
  );
}
