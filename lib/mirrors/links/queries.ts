import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessId, ResourceId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { selectMirrored } from '../queries';
import { conflictKindSchema, linkStateSchema } from '../schema';
import type { CalendarAccount, CalendarConflict, CalendarCopy, CalendarLink, ToCopy } from '../types';

const accountColumns = { id: true, kind: true, label: true, credentials: true, userId: true } as const;

const toAccount = (row: Omit<CalendarAccount, 'kind'> & { kind: string }): CalendarAccount => ({
  ...row,
  kind: row.kind === 'oauth' ? 'oauth' : 'service-account',
});

/** Accounts that are connected, oldest first. */
export async function listAccounts(db: Db, { businessId }: BusinessScope): Promise<CalendarAccount[]> {
  const where = { businessId, endedAt: null };
  const rows = await db.calendarAccount.findMany({ where, select: accountColumns, orderBy: { id: 'asc' } });
  return rows.map(toAccount);
}

/** An account that is connected. */
export async function findAccount(
  db: Db,
  { businessId }: BusinessScope,
  id: string,
): Promise<CalendarAccount | null> {
  const row = await db.calendarAccount.findUnique({
    where: { businessId_id: { businessId, id }, endedAt: null },
    select: accountColumns,
  });
  return row && toAccount(row);
}

export const linkColumns = {
  id: true,
  accountId: true,
  resourceId: true,
  calendarId: true,
  calendarName: true,
  reads: true,
  state: true,
  stateSince: true,
  failures: true,
  writtenAt: true,
  syncToken: true,
  readAt: true,
  readDueAt: true,
  compareDueAt: true,
  watchId: true,
  watchResource: true,
  watchUntil: true,
  watchHeard: true,
} as const;

type LinkRow = Omit<CalendarLink, 'state' | 'resourceId'> & { state: string; resourceId: string | null };

export const toLink = (row: LinkRow): CalendarLink => ({
  ...row,
  resourceId: row.resourceId as ResourceId | null,
  state: linkStateSchema.parse(row.state),
});

/** Calendars that are linked, oldest first. */
export async function listLinks(db: Db, { businessId }: BusinessScope): Promise<CalendarLink[]> {
  const where = { businessId, endedAt: null };
  const rows = await db.calendarLink.findMany({ where, select: linkColumns, orderBy: { id: 'asc' } });
  return rows.map(toLink);
}

/** A calendar that is linked. */
export async function findLink(
  db: Db,
  { businessId }: BusinessScope,
  id: string,
): Promise<CalendarLink | null> {
  const row = await db.calendarLink.findUnique({
    where: { businessId_id: { businessId, id }, endedAt: null },
    select: linkColumns,
  });
  return row && toLink(row);
}

/** Bookings that began so long ago are told to nobody any more. */
const pastMs = 86_400_000;

/**
 * Bookings whose newest version a linked calendar has not been told of, soonest first: of its court or doctor, and of those
 * that were there and are no longer. What never stood is left out.
 */
export async function listToCopy(
  db: Db,
  scope: BusinessScope,
  of: { link: CalendarLink; now: Date; limit: number },
): Promise<ToCopy[]> {
  const { link, now, limit } = of;
  const from = new Date(now.getTime() - pastMs).toISOString();
  const due = await db.$queryRaw<{ id: string; shown: boolean | null }[]>(Prisma.sql`
    SELECT b.id::text, c.shown FROM booking b LEFT JOIN calendar_copy c
      ON c.business_id = b.business_id AND c.link_id = ${link.id}::uuid AND c.booking_id = b.id
    WHERE b.business_id = ${scope.businessId}::uuid AND b.starts_at > ${from}::timestamptz
      AND (${link.resourceId}::uuid IS NULL OR b.resource_id = ${link.resourceId}::uuid OR c.shown)
      AND c.version IS DISTINCT FROM b.version
      AND (c.shown OR b.status IN ('confirmed', 'checked-in', 'completed', 'no-show'))
    ORDER BY b.starts_at, b.id LIMIT ${limit}::int`);
  if (due.length === 0) return [];
  const shown = new Map(due.map((row) => [row.id, row.shown]));
  const bookings = await selectMirrored(
    db,
    scope,
    Prisma.sql`b.id = ANY(${due.map(({ id }) => id)}::uuid[]) ORDER BY b.starts_at, b.id`,
  );
  return bookings.map((booking) => {
    const was = shown.get(booking.id) ?? null;
    return { ...booking, copied: was === null ? null : { shown: was } };
  });
}

/** What a linked calendar was told of bookings that are not over. */
export const listCopies = (
  db: Db,
  { businessId }: BusinessScope,
  of: { linkId: string; now: Date },
): Promise<CalendarCopy[]> =>
  db.calendarCopy.findMany({
    where: { businessId, linkId: of.linkId, endsAt: { gt: of.now } },
    select: { bookingId: true, version: true, shown: true, startsAt: true, endsAt: true },
  });

/** Times at which a linked calendar is busy and that are not over. */
export const listBusyOf = (
  db: Db,
  { businessId }: BusinessScope,
  of: { linkId: string; now: Date },
): Promise<{ eventId: string; startsAt: Date; endsAt: Date }[]> =>
  db.calendarBusy.findMany({
    where: { businessId, linkId: of.linkId, endsAt: { gt: of.now } },
    select: { eventId: true, startsAt: true, endsAt: true },
  });

const conflictColumns = {
  id: true,
  linkId: true,
  kind: true,
  bookingId: true,
  bookingVersion: true,
  startsAt: true,
  endsAt: true,
} as const;

const toConflict = (row: Omit<CalendarConflict, 'kind'> & { kind: string }): CalendarConflict => ({
  ...row,
  kind: conflictKindSchema.parse(row.kind),
});

/** What waits for somebody's decision, the soonest first. */
export async function listConflicts(db: Db, { businessId }: BusinessScope): Promise<CalendarConflict[]> {
  const rows = await db.calendarConflict.findMany({
    where: { businessId, settledAt: null },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: conflictColumns,
  });
  return rows.map(toConflict);
}

export async function findConflict(
  db: Db,
  { businessId }: BusinessScope,
  id: string,
): Promise<CalendarConflict | null> {
  const row = await db.calendarConflict.findUnique({
    where: { businessId_id: { businessId, id }, settledAt: null },
    select: conflictColumns,
  });
  return row && toConflict(row);
}

/** How many decisions wait, of one court or doctor or (null) of all. */
export function countConflicts(
  db: Db,
  { businessId }: BusinessScope,
  resourceId: string | null,
): Promise<number> {
  return db.calendarConflict.count({
    where: { businessId, settledAt: null, ...(resourceId && { booking: { resourceId } }) },
  });
}

/** How far behind linked calendars are, over all businesses: those that are not well, and the oldest look still owed. */
export async function calendarLag(
  db: Db,
  now: Date,
): Promise<{ links: number; unwell: number; oldestSeconds: number }> {
  const [row] = await db.$queryRaw<{ links: number; unwell: number; oldestSeconds: number }[]>(Prisma.sql`
    SELECT count(*)::int AS links, (count(*) FILTER (WHERE state <> 'active'))::int AS unwell,
      coalesce(max(extract(epoch from ${now.toISOString()}::timestamptz - coalesce(written_at, created_at))), 0)::float8
        AS "oldestSeconds"
    FROM calendar_link WHERE ended_at IS NULL`);
  return row ?? { links: 0, unwell: 0, oldestSeconds: 0 };
}

/** The business of a link, as a worker finds it. */
export type FoundLink = { businessId: BusinessId; link: CalendarLink };
