import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** Ends the links to a booking's calendar file that were given out; those of later messages are new. */
export async function renewCalendarLink(
  tx: Tx,
  { businessId }: BusinessScope,
  { bookingId, now }: { bookingId: string; now: Date },
): Promise<void> {
  await tx.booking.updateMany({
    where: { businessId, id: bookingId },
    data: { calendarLink: { increment: 1 }, updatedAt: now },
  });
}
