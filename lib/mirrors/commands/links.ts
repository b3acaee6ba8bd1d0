import type { Db, Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { BusinessId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { findLink, type FoundLink } from '../links/queries';
import type { LinkState } from '../types';
import { scopeOf } from '../../tenancy/scope';

export type LinkInput = {
  accountId: string;
  resourceId: string | null;
  calendarId: string;
  calendarName: string;
  reads: boolean;
  now: Date;
};

/** Links a calendar; a worker looks at it at once. The caller has ended the link that was there. */
export async function addLink(tx: Tx, { businessId }: BusinessScope, input: LinkInput): Promise<string> {
  const { now, ...link } = input;
  const id = newId();
  await tx.calendarLink.create({
    data: {
      businessId,
      id,
      ...link,
      stateSince: now,
      lookAt: now,
      readDueAt: now,
      compareDueAt: now,
      createdAt: now,
    },
  });
  return id;
}

/** Ends a link: what it says is forgotten, what waited for a decision is over. The caller frees the busy times. */
export async function endLink(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await tx.calendarLink.update({
    where: { businessId_id: { businessId, id } },
    data: { endedAt: now, lookAt: null, syncToken: null },
  });
  await tx.calendarBusy.deleteMany({ where: { businessId, linkId: id } });
  await tx.calendarConflict.updateMany({
    where: { businessId, linkId: id, settledAt: null },
    data: { settledAt: now, settledAs: 'over' },
  });
}

/** Longer than one look takes, with every call at its limit. */
const leaseMs = 120_000;

/**
 * Takes a linked calendar that is to be looked at, the longest due first, for this worker alone; null: none is due. Who
 * dies meanwhile loses it when the lease is over.
 */
export async function claimLink(db: Db, now: Date): Promise<FoundLink | null> {
  const until = new Date(now.getTime() + leaseMs);
  const [row] = await db.$queryRaw<{ businessId: string; id: string }[]>(Prisma.sql`
    UPDATE calendar_link l SET leased_until = ${until.toISOString()}::timestamptz
    FROM (SELECT business_id, id FROM calendar_link
      WHERE ended_at IS NULL AND look_at <= ${now.toISOString()}::timestamptz
        AND (leased_until IS NULL OR leased_until <= ${now.toISOString()}::timestamptz)
      ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
    WHERE l.business_id = due.business_id AND l.id = due.id
    RETURNING l.business_id::text AS "businessId", l.id::text`);
  if (!row) return null;
  const businessId = row.businessId as BusinessId;
  const link = await findLink(db, scopeOf(businessId), row.id);
  return link && { businessId, link };
}

/** Lets a link go after a look, with how it stands. False where it had ended meanwhile. */
export async function releaseLink(
  db: Db,
  { businessId }: BusinessScope,
  after: {
    id: string;
    state: LinkState;
    /** Absent: as before. */
    stateSince?: Date;
    failures: number;
    lookAt: Date | null;
    /** Given where everything was copied. */
    writtenAt?: Date;
    /** Given where reading failed and is still owed. */
    readDueAt?: Date;
  },
): Promise<boolean> {
  const { id, ...data } = after;
  const { count } = await db.calendarLink.updateMany({
    where: { businessId, id, endedAt: null },
    data: { ...data, leasedUntil: null },
  });
  return count === 1;
}

/** No calendar of a dead account is looked at until it is connected again. */
export async function stopLinksOf(
  db: Db,
  { businessId }: BusinessScope,
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  await db.calendarLink.updateMany({
    where: { businessId, accountId, endedAt: null, state: { not: 'revoked' } },
    data: { state: 'revoked', stateSince: now, lookAt: null },
  });
}

/** Has a calendar looked at now, however it stands. False where there is none. */
export async function wakeLink(
  db: Db,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { count } = await db.calendarLink.updateMany({
    where: { businessId, id, endedAt: null },
    data: { lookAt: now, readDueAt: now },
  });
  return count === 1;
}

/**
 * Notes that something has changed in a calendar, as the channel `watchId` told. One that is not well keeps its pause; a
 * channel of before, and one of nobody's, change nothing.
 */
export async function noteChange(
  db: Db,
  { businessId }: BusinessScope,
  { id, watchId, now }: { id: string; watchId: string; now: Date },
): Promise<void> {
  await db.calendarLink.updateMany({
    where: { businessId, id, watchId, endedAt: null },
    data: { readDueAt: now, watchHeard: true },
  });
}

/** Before a calendar is read: the next reading is due then. What is told meanwhile makes it due at once again. */
export async function planReading(
  db: Db,
  { businessId }: BusinessScope,
  { id, next }: { id: string; next: Date },
): Promise<void> {
  await db.calendarLink.updateMany({ where: { businessId, id }, data: { readDueAt: next } });
}

/** After it was read, in the transaction that writes what was found. */
export async function noteReading(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { id: string; syncToken: string; readAt: Date; compareDueAt?: Date },
): Promise<void> {
  const { id, ...data } = of;
  await tx.calendarLink.update({ where: { businessId_id: { businessId, id } }, data });
}

export async function noteWatch(
  db: Db,
  { businessId }: BusinessScope,
  of: { id: string; watchId: string; watchResource: string; watchUntil: Date },
): Promise<void> {
  const { id, ...data } = of;
  await db.calendarLink.updateMany({ where: { businessId, id }, data: { ...data, watchHeard: false } });
}
