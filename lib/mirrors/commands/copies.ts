import type { Db, Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { CalendarCopy } from '../types';

/**
 * Writes down what a linked calendar now says of a booking. What somebody had changed in its event before is overtaken.
 */
export async function noteCopy(
  tx: Tx,
  { businessId }: BusinessScope,
  { linkId, now, ...copy }: CalendarCopy & { linkId: string; now: Date },
): Promise<void> {
  const { bookingId } = copy;
  const key = { businessId, linkId, bookingId };
  const data = { ...copy, writtenAt: now };
  await tx.calendarCopy.upsert({
    where: { businessId_linkId_bookingId: key },
    create: { ...key, ...data },
    update: data,
  });
  await tx.calendarConflict.updateMany({
    where: { ...key, kind: { in: ['moved', 'deleted'] }, settledAt: null },
    data: { settledAt: now, settledAs: 'over' },
  });
}

/** Has bookings told anew: to one linked calendar, or to all that the business has. */
export async function tellAgain(
  db: Db,
  { businessId }: BusinessScope,
  of: { linkId: string; bookingIds: readonly string[] } | 'everything',
): Promise<void> {
  await db.calendarCopy.updateMany({
    where: {
      businessId,
      ...(of !== 'everything' && { linkId: of.linkId, bookingId: { in: [...of.bookingIds] } }),
    },
    data: { version: 0 },
  });
}
