import { listCalendarBlocks, listCalendarBookings } from '../booking/queries';
import type { CalendarView } from '../booking/schema';
import type { Booking, CalendarTaken } from '../booking/types';
import { listArchived, loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import { listNamed } from '../customers/queries';
import type { Db } from '../db/client';
import { fromEpochMinute } from '../kernel/time-range';
import { openingDays } from '../scheduling/opening-days';
import type { LocalDate } from '../scheduling/types';
import { localDayRange } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';

export type CalendarWish = {
  fromDate: LocalDate;
  /** Inclusive. */
  toDate: LocalDate;
  /** Narrows everything to one court or doctor. */
  resourceId: string | null;
  now: Date;
};

type Part = CalendarView['services'][number];
type Column = CalendarView['resources'][number];

/**
 * Everything a calendar shows of a span of local days, in four statements (five where old bookings name what has been
 * archived), whatever the number of resources, days and stored bookings.
 */
export async function loadCalendar(db: Db, scope: BusinessScope, wish: CalendarWish): Promise<CalendarView> {
  const catalog = await loadCatalog(db, scope);
  const { zone } = catalog.business;
  const { fromDate, toDate, resourceId, now } = wish;
  const span = {
    from: fromEpochMinute(localDayRange(fromDate, zone).start),
    to: fromEpochMinute(localDayRange(toDate, zone).end),
    now,
    ...(resourceId && { resourceId }),
  };
  const [bookings, blocks] = await Promise.all([
    listCalendarBookings(db, scope, span),
    listCalendarBlocks(db, scope, span),
  ]);
  const customerIds = new Set(bookings.flatMap((one) => one.customerId ?? []));
  const [customers, parts] = await Promise.all([
    listNamed(db, scope, [...customerIds]),
    partsOf(db, scope, catalog, bookings, resourceId),
  ]);
  const byId = new Map(customers.map((one) => [one.id, one]));
  const paidFirst = new Set(catalog.services.filter(asksMoneyFirst).map((one) => one.id));
  return {
    ...parts,
    days: openingDays({
      ...catalog,
      zone,
      resourceIds: parts.resources.map((one) => one.id),
      fromDate,
      toDate,
    }).map(({ start, ...day }) => ({ ...day, startsAt: fromEpochMinute(start).toISOString() })),
    bookings: bookings.map((booking) => {
      const customer = booking.customerId === null ? undefined : byId.get(booking.customerId);
      return bookingView(booking, customer, paidFirst.has(booking.serviceId));
    }),
    blocks: blocks.map(blockView),
  };
}

const asksMoneyFirst = ({ paymentRule }: Catalog['services'][number]): boolean =>
  paymentRule === 'deposit' || paymentRule === 'full';

function bookingView(
  booking: Booking & { over: boolean },
  customer: { name: string | null; phone: string | null } | undefined,
  paidFirst: boolean,
): CalendarView['bookings'][number] {
  const { startsAt, endsAt, holdUntil, status } = booking;
  if (status === 'expired') throw new Error('A calendar shows no expired holds.');
  return {
    id: booking.id,
    reference: booking.reference,
    serviceId: booking.serviceId,
    resourceId: booking.resourceId,
    unit: booking.unit,
    customerId: booking.customerId,
    attendeeName: booking.attendeeName,
    pricePaise: booking.pricePaise,
    source: booking.source,
    over: booking.over,
    version: booking.version,
    status,
    customerName: customer?.name ?? null,
    phone: customer?.phone ?? null,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    holdUntil: holdUntil?.toISOString() ?? null,
    seriesId: booking.seriesId,
    coming: booking.comingAt !== null,
    awaitsPayment: status === 'held' && paidFirst,
  };
}

const blockView = ({ startsAt, endsAt, ...block }: CalendarTaken): CalendarView['blocks'][number] => ({
  ...block,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** The offer's services and resources, and after them the archived ones that bookings of the span still name. */
async function partsOf(
  db: Db,
  scope: BusinessScope,
  catalog: Catalog,
  bookings: readonly Booking[],
  resourceId: string | null,
): Promise<{ services: Part[]; resources: Column[] }> {
  const services = catalog.services.map(({ id, kind, name, durationMinutes, stepMinutes }): Part => ({
    id,
    kind,
    name,
    durationMinutes,
    stepMinutes,
    archived: false,
  }));
  const resources = catalog.resources
    .filter((one) => resourceId === null || one.id === resourceId)
    .map(({ id, kind, name, detail, capacity }): Column => {
      const offers = catalog.services.flatMap((service) => {
        const offering = service.offerings.find((each) => each.resourceId === id);
        return offering ? [{ serviceId: service.id, durationMinutes: offering.durationMinutes ?? null }] : [];
      });
      return { id, kind, name, detail, capacity, archived: false, offers };
    });
  const missing = {
    serviceIds: unknownOf(bookings, 'serviceId', services),
    resourceIds: unknownOf(bookings, 'resourceId', resources),
  };
  if (missing.serviceIds.length + missing.resourceIds.length === 0) return { services, resources };
  const archived = await listArchived(db, scope, missing);
  return {
    services: [
      ...services,
      ...archived.services.map(({ id, kind, name }): Part => ({
        id,
        kind: kind === 'court' ? 'court' : 'consultation',
        name,
        durationMinutes: [],
        stepMinutes: 15,
        archived: true,
      })),
    ],
    resources: [
      ...resources,
      ...archived.resources.map(({ id, kind, name }): Column => ({
        id,
        kind: kind === 'court' ? 'court' : 'doctor',
        name,
        detail: null,
        capacity: 1,
        archived: true,
        offers: [],
      })),
    ],
  };
}

function unknownOf(
  bookings: readonly Booking[],
  key: 'serviceId' | 'resourceId',
  known: readonly { id: string }[],
): string[] {
  const ids = new Set(known.map((one) => one.id));
  return [...new Set(bookings.map((booking) => booking[key]))].filter((id) => !ids.has(id));
}
