import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { LocalText } from '../../kernel/local-text';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from '../commands/sql/booking-row';
import { normaliseReference } from '../reference';
import type { BookingFilters, BookingListRow } from './schema';

export type DeskFilters = Omit<BookingFilters, 'from' | 'to' | 'period'> & {
  /** Half-open span of the start. */
  from?: Date;
  to?: Date;
  /** Whether it is over; absent: either. */
  over?: boolean;
  now: Date;
};

type Position = { at: Date; id: string };

export type DeskRow = Omit<BookingListRow, 'startsAt' | 'endsAt' | 'createdAt'> & {
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
};

type Row = Omit<DeskRow, 'startsAt' | 'endsAt' | 'createdAt' | 'serviceName' | 'resourceName'> & {
  startsAt: number;
  endsAt: number;
  createdAt: number;
  serviceName: unknown;
  resourceName: unknown;
};

/** More people than this behind one search are no search. */
const mostFound = 500;

/**
 * One page of bookings in the order asked for, from the index of that order; a search goes through the indexes of
 * names, numbers and references instead. Holds that ended are left out.
 */
export async function listDeskBookings(
  db: Db,
  scope: BusinessScope,
  filters: DeskFilters,
  page: { after: Position | null; limit: number },
): Promise<DeskRow[]> {
  const rows = await db.$queryRaw<Row[]>(deskBookings(scope, filters, page));
  return rows.map((row) => ({
    ...row,
    serviceName: row.serviceName as LocalText,
    resourceName: row.resourceName as LocalText,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    createdAt: new Date(row.createdAt),
  }));
}

/** How many bookings the filters let through. */
export async function countDeskBookings(db: Db, scope: BusinessScope, filters: DeskFilters): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count FROM booking b WHERE ${matching(scope, filters)}`,
  );
  return row?.count ?? 0;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function matching(scope: BusinessScope, filters: DeskFilters): Prisma.Sql {
  const { q, from, to, over, now, serviceId, resourceId, status, source, payment } = filters;
  const parts = [
    Prisma.sql`b.business_id = ${scope.businessId}::uuid`,
    Prisma.sql`b.status <> 'expired' AND NOT (b.status = 'held' AND b.hold_until <= ${instant(now)})`,
  ];
  if (q) parts.push(found(scope, q));
  if (from) parts.push(Prisma.sql`b.starts_at >= ${instant(from)}`);
  if (to) parts.push(Prisma.sql`b.starts_at < ${instant(to)}`);
  if (over === true) parts.push(Prisma.sql`b.ends_at <= ${instant(now)} AND b.starts_at <= ${instant(now)}`);
  // No booking is longer than a day; the bound on the start lets the index begin there.
  if (over === false)
    parts.push(Prisma.sql`b.ends_at > ${instant(now)}
      AND b.starts_at > ${instant(new Date(now.getTime() - 2 * 86_400_000))}`);
  if (serviceId) parts.push(Prisma.sql`b.service_id = ${serviceId}::uuid`);
  if (resourceId) parts.push(Prisma.sql`b.resource_id = ${resourceId}::uuid`);
  if (status) parts.push(Prisma.sql`b.status = ${status}::text`);
  if (source) parts.push(Prisma.sql`b.source = ${source}::text`);
  if (payment) parts.push(asksFor(scope, payment));
  return Prisma.join(parts, ' AND ');
}

/** By what its service asks now. Nothing is asked for what costs nothing. */
const asksFor = (scope: BusinessScope, payment: BookingListRow['payment']): Prisma.Sql => {
  const services = Prisma.sql`b.service_id = ANY(ARRAY(SELECT s.id FROM service s
    WHERE s.business_id = ${scope.businessId}::uuid AND s.payment_rule = ${payment}::text))`;
  return payment === 'none'
    ? Prisma.sql`(b.price_paise = 0 OR ${services})`
    : Prisma.sql`b.price_paise > 0 AND ${services}`;
};

/** As the index has it, word for word. */
const people = Prisma.raw(
  `(coalesce(c.name, '') || ' ' || coalesce(c.profile_name, '') || ' ' || coalesce(c.phone, ''))`,
);

/** The ids are found first, each by its own index, so that no plan reads all bookings for a name. */
function found(scope: BusinessScope, q: string): Prisma.Sql {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const part = `%${escapeLike(q)}%`;
  // "98401 23456" is stored without the gap.
  const digits = q.replace(/[\s()-]/g, '');
  const number = `%${escapeLike(/^\+?\d{4,}$/.test(digits) ? digits : q)}%`;
  return Prisma.sql`b.id = ANY(ARRAY(
    SELECT r.id FROM booking r WHERE r.business_id = ${business} AND r.reference = ${normaliseReference(q)}::text
    UNION
    SELECT w.id FROM booking w WHERE w.business_id = ${business} AND w.customer_id IS NULL
      AND lower(w.attendee_name) LIKE lower(${part}::text)
    UNION
    SELECT o.id FROM booking o WHERE o.business_id = ${business} AND o.customer_id = ANY(ARRAY(
      (SELECT c.id FROM customer c WHERE c.business_id = ${business}
        AND (${people} ILIKE ${part}::text OR ${people} ILIKE ${number}::text) ORDER BY c.id LIMIT ${mostFound}::int)
      UNION
      (SELECT a.customer_id FROM attendee a WHERE a.business_id = ${business}
        AND lower(a.name) LIKE lower(${part}::text) ORDER BY a.id LIMIT ${mostFound}::int)))))`;
}

const millis = (column: string): Prisma.Sql => Prisma.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** The statement of `listDeskBookings`, for the test that looks at its plan. */
export function deskBookings(
  scope: BusinessScope,
  filters: DeskFilters,
  page: { after: Position | null; limit: number },
): Prisma.Sql {
  const column = Prisma.raw(filters.sort === 'created' ? 'created_at' : 'starts_at');
  const rising = filters.order === 'asc';
  const direction = Prisma.raw(rising ? 'ASC' : 'DESC');
  const beyond = page.after
    ? Prisma.sql`AND (b.${column}, b.id) ${Prisma.raw(rising ? '>' : '<')} (${instant(page.after.at)}, ${page.after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT p.id, p.reference, s.name AS "serviceName", p.resource_id AS "resourceId", r.name AS "resourceName",
      p.customer_id AS "customerId", coalesce(c.name, c.profile_name) AS "customerName", c.phone,
      p.attendee_name AS "attendeeName", p.status, ${millis('p.starts_at')} AS "startsAt",
      ${millis('p.ends_at')} AS "endsAt", p.price_paise AS "pricePaise",
      p.kept_paise AS "keptPaise",
      CASE WHEN p.status = 'cancelled' THEN 0 ELSE coalesce(p.asked_paise, p.price_paise) - p.kept_paise END AS "duePaise",
      CASE WHEN p.price_paise = 0 THEN 'none' ELSE s.payment_rule END AS payment, p.source,
      ${millis('p.created_at')} AS "createdAt", p.version
    FROM (SELECT b.* FROM booking b WHERE ${matching(scope, filters)} ${beyond}
      ORDER BY b.${column} ${direction}, b.id ${direction} LIMIT ${page.limit}::int) p
    JOIN service s ON s.business_id = p.business_id AND s.id = p.service_id
    JOIN resource r ON r.business_id = p.business_id AND r.id = p.resource_id
    LEFT JOIN customer c ON c.business_id = p.business_id AND c.id = p.customer_id
    ORDER BY p.${column} ${direction}, p.id ${direction}`;
}

/** What of a booking only its own page shows. */
export async function findDeskExtras(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<{
  note: string | null;
  createdAt: Date;
  serviceKind: string;
  payment: BookingListRow['payment'];
  serviceName: LocalText;
  resourceName: LocalText;
} | null> {
  const row = await db.booking.findUnique({
    where: { businessId_id: { businessId: scope.businessId, id: bookingId } },
    select: {
      note: true,
      createdAt: true,
      pricePaise: true,
      service: { select: { kind: true, name: true, paymentRule: true } },
      resource: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { service, resource, pricePaise, ...rest } = row;
  return {
    ...rest,
    serviceKind: service.kind,
    // The database knows no other rules.
    payment: pricePaise === 0 ? 'none' : (service.paymentRule as BookingListRow['payment']),
    serviceName: service.name as LocalText,
    resourceName: resource.name as LocalText,
  };
}

/** When each of these bookings was last checked in, and last called in. */
export async function listArrivals(
  db: Db,
  scope: BusinessScope,
  bookingIds: readonly string[],
): Promise<Map<string, { arrivedAt?: Date; calledAt?: Date }>> {
  const rows = await db.bookingEvent.findMany({
    where: {
      businessId: scope.businessId,
      bookingId: { in: [...bookingIds] },
      kind: { in: ['checked-in', 'called'] },
    },
    select: { bookingId: true, at: true, kind: true },
    orderBy: { at: 'asc' },
  });
  const found = new Map<string, { arrivedAt?: Date; calledAt?: Date }>();
  for (const { bookingId, at, kind } of rows)
    found.set(bookingId, { ...found.get(bookingId), [kind === 'called' ? 'calledAt' : 'arrivedAt']: at });
  return found;
}
