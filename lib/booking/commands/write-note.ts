import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** Writes staff's note on a booking; null takes it away. The customer never sees it. False: no such booking. */
export async function writeNote(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; note: string | null; now: Date },
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({
    where: { businessId: scope.businessId, id: input.bookingId },
    data: { note: input.note, updatedAt: input.now },
  });
  return count === 1;
}
