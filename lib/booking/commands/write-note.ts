import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Writes staff's note on a booking; null takes it away. The customer never sees it. With `was`, only over that very note:
 * false where another has been written meanwhile. Repeating it is harmless.
 */
export async function writeNote(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; note: string | null; was?: string | null; now: Date },
): Promise<boolean> {
  const { bookingId, note, was, now } = input;
  const { count } = await tx.booking.updateMany({
    where: {
      businessId: scope.businessId,
      id: bookingId,
      ...(was !== undefined && { OR: [{ note: was }, { note }] }),
    },
    data: { note, updatedAt: now },
  });
  return count === 1;
}
