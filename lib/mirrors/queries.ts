import type { Db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { LocalText } from '../kernel/local-text';
import type { BusinessScope } from '../tenancy/types';
import { titlesSchema } from './schema';
import type { Feed, MirroredBooking, Titles } from './types';

/** How much of a person other calendars of this business show. */
export async function getTitles(db: Db, { businessId }: BusinessScope): Promise<Titles> {
  const row = await db.business.findUniqueOrThrow({
    where: { id: businessId },
    select: { calendarTitles: true },
  });
  return titlesSchema.parse(row.calendarTitles);
}

const feedColumns = { id: true, resourceId: true, userId: true, createdAt: true, readAt: true } as const;

/** The feeds whose addresses work. */
export const listFeeds = (db: Db, { businessId }: BusinessScope): Promise<Feed[]> =>
  db.calendarFeed.findMany({ where: { businessId, revokedAt: null }, select: feedColumns });

/** A feed whose address works; null for one that was revoked, or whose member has left. */
export async function findFeed(db: Db, { businessId }: BusinessScope, id: string): Promise<Feed | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { businessId_id: { businessId, id }, revokedAt: null },
    select: feedColumns,
  });
  if (!feed?.userId) return feed;
  const membership = await db.membership.findUnique({
    where: { businessId_userId: { businessId, userId: feed.userId } },
    select: { resourceId: true },
  });
  // A practitioner's feed follows them to the calendar that they have now.
  return membership && { ...feed, resourceId: membership.resourceId };
}

/** Courts and doctors of the offer, in display order. */
export async function listResources(
  db: Db,
  { businessId }: BusinessScope,
): Promise<{ id: string; kind: 'court' | 'doctor'; name: LocalText }[]> {
  const rows = await db.resource.findMany({
    where: { businessId, archivedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, name: true },
  });
  return rows.map(({ id, kind, name }) => ({
    id,
    kind: kind === 'court' ? 'court' : 'doctor',
    // Written by the catalogue's own form.
    name: name as LocalText,
  }));
}

type Row = Omit<MirroredBooking, 'startsAt' | 'endsAt' | 'changedAt'> & {
  startsAt: number;
  endsAt: number;
  changedAt: number;
};

const millis = (column: string): Prisma.Sql => Prisma.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** The bookings that `where` chooses (alias `b`), as other calendars are told of them; holds are never told. */
export async function selectMirrored(
  db: Db,
  scope: BusinessScope,
  where: Prisma.Sql,
): Promise<MirroredBooking[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT b.id::text, b.reference, b.version, b.resource_id::text AS "resourceId",
      b.customer_id::text AS "customerId", b.status, ${millis('b.updated_at')} AS "changedAt",
      ${millis('b.starts_at')} AS "startsAt", ${millis('b.ends_at')} AS "endsAt",
      s.name AS "serviceName", r.name AS "resourceName",
      coalesce(b.attendee_name, c.name, c.profile_name) AS who, c.phone
    FROM booking b
    JOIN service s ON s.business_id = b.business_id AND s.id = b.service_id
    JOIN resource r ON r.business_id = b.business_id AND r.id = b.resource_id
    LEFT JOIN customer c ON c.business_id = b.business_id AND c.id = b.customer_id
    WHERE b.business_id = ${scope.businessId}::uuid AND ${where}`);
  return rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    changedAt: new Date(row.changedAt),
  }));
}

/**
 * Bookings that begin in the half-open span, by start; a cancelled one is in if it ever stood, so that whoever saw it
 * learns of it. `resourceId` null: of all courts and doctors. One statement.
 */
export const listMirrored = (
  db: Db,
  scope: BusinessScope,
  span: { from: Date; to: Date; resourceId: string | null },
): Promise<MirroredBooking[]> =>
  selectMirrored(
    db,
    scope,
    Prisma.sql`b.starts_at >= ${span.from.toISOString()}::timestamptz
      AND b.starts_at < ${span.to.toISOString()}::timestamptz AND b.status NOT IN ('held', 'expired')
      AND (${span.resourceId}::uuid IS NULL OR b.resource_id = ${span.resourceId}::uuid)
      ORDER BY b.starts_at, b.id`,
  );

/** One booking that stands or stood; null for a hold and for anything else. */
export async function findMirrored(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<MirroredBooking | null> {
  const [found] = await selectMirrored(
    db,
    scope,
    Prisma.sql`b.id = ${bookingId}::uuid AND b.status NOT IN ('held', 'expired')`,
  );
  return found ?? null;
}

/** Bookings with these ids that stand or stood. */
export const listMirroredById = (
  db: Db,
  scope: BusinessScope,
  bookingIds: readonly string[],
): Promise<MirroredBooking[]> =>
  selectMirrored(
    db,
    scope,
    Prisma.sql`b.id = ANY(${[...bookingIds]}::uuid[]) AND b.status NOT IN ('held', 'expired') ORDER BY b.starts_at, b.id`,
  );
