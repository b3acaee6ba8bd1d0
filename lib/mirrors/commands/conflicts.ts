import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { ConflictKind } from '../types';

export type ConflictInput = {
  linkId: string;
  kind: ConflictKind;
  bookingId: string;
  bookingVersion: number;
  eventId: string;
  startsAt: Date;
  endsAt: Date;
};

/** Puts disagreements before staff; one that stands already takes the newer times. */
export async function openConflicts(
  tx: Tx,
  { businessId }: BusinessScope,
  { conflicts, now }: { conflicts: readonly ConflictInput[]; now: Date },
): Promise<void> {
  for (const conflict of conflicts) {
    const { linkId, kind, bookingId, eventId, bookingVersion, startsAt, endsAt } = conflict;
    const { count } = await tx.calendarConflict.updateMany({
      where: { businessId, linkId, kind, bookingId, eventId, settledAt: null },
      data: { bookingVersion, startsAt, endsAt },
    });
    if (count === 0)
      await tx.calendarConflict.create({ data: { businessId, id: newId(), ...conflict, foundAt: now } });
  }
}

/** Outside events that lie over bookings which stand, as they are now; those that staff chose to keep are left out. */
async function findOverlaps(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { linkId: string; resourceId: string; now: Date },
): Promise<ConflictInput[]> {
  const rows = await tx.$queryRaw<
    (Omit<ConflictInput, 'startsAt' | 'endsAt'> & { startsAt: number; endsAt: number })[]
  >(
    Prisma.sql`
    SELECT c.link_id::text AS "linkId", 'overlap' AS kind, b.id::text AS "bookingId", b.version AS "bookingVersion",
      c.event_id AS "eventId", (extract(epoch from c.starts_at) * 1000)::float8 AS "startsAt",
      (extract(epoch from c.ends_at) * 1000)::float8 AS "endsAt"
    FROM calendar_busy c JOIN booking b ON b.business_id = c.business_id AND b.resource_id = ${of.resourceId}::uuid
      AND b.status IN ('confirmed', 'checked-in') AND b.starts_at < c.ends_at AND b.ends_at > c.starts_at
      AND b.ends_at > ${of.now.toISOString()}::timestamptz
      AND b.starts_at > ${new Date(of.now.getTime() - 2 * 86_400_000).toISOString()}::timestamptz
    WHERE c.business_id = ${businessId}::uuid AND c.link_id = ${of.linkId}::uuid
      AND NOT EXISTS (SELECT FROM calendar_conflict k WHERE k.business_id = c.business_id AND k.link_id = c.link_id
        AND k.kind = 'overlap' AND k.booking_id = b.id AND k.event_id = c.event_id AND k.settled_as = 'kept'
        AND k.starts_at = c.starts_at AND k.ends_at = c.ends_at)`,
  );
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }));
}

/** Brings the overlaps that staff see up to date: new ones open, those that are gone are over. */
export async function refreshOverlaps(
  tx: Tx,
  scope: BusinessScope,
  of: { linkId: string; resourceId: string; now: Date },
): Promise<boolean> {
  const { businessId } = scope;
  const { linkId, now } = of;
  const found = await findOverlaps(tx, scope, of);
  const stands = new Set(found.map(({ bookingId, eventId }) => `${bookingId} ${eventId}`));
  const open = await tx.calendarConflict.findMany({
    where: { businessId, linkId, kind: 'overlap', settledAt: null },
    select: { id: true, bookingId: true, eventId: true },
  });
  const over = open.filter(({ bookingId, eventId }) => !stands.has(`${bookingId} ${eventId}`));
  await tx.calendarConflict.updateMany({
    where: { businessId, id: { in: over.map(({ id }) => id) }, settledAt: null },
    data: { settledAt: now, settledAs: 'over' },
  });
  await openConflicts(tx, scope, { conflicts: found, now });
  return over.length > 0 || found.length > open.length - over.length;
}

/** The event says what the booking says again: what was changed in it is over. */
export async function closeEdits(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { linkId: string; bookingIds: readonly string[]; now: Date },
): Promise<number> {
  const { count } = await tx.calendarConflict.updateMany({
    where: {
      businessId,
      linkId: of.linkId,
      bookingId: { in: [...of.bookingIds] },
      kind: { in: ['moved', 'deleted'] },
      settledAt: null,
    },
    data: { settledAt: of.now, settledAs: 'over' },
  });
  return count;
}

/** Writes down what staff decided. False where somebody else has, meanwhile. */
export async function settleConflict(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { id: string; as: 'accepted' | 'rejected' | 'kept'; userId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.calendarConflict.updateMany({
    where: { businessId, id: of.id, settledAt: null },
    data: { settledAt: of.now, settledAs: of.as, settledBy: of.userId },
  });
  return count === 1;
}
