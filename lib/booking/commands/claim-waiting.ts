import type { Tx } from '../../db/client';
import type { BookingId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';

/** Locks an entry that is still waiting, until the transaction ends; false when somebody else dealt with it. */
export async function claimWaiting(tx: Tx, scope: BusinessScope, entryId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`/* statement: claim-waiting */
    SELECT id FROM waitlist_entry
    WHERE business_id = ${scope.businessId}::uuid AND id = ${entryId}::uuid AND status = 'waiting' FOR UPDATE`;
  return rows.length === 1;
}

/** Notes the private hold behind an offer. The caller has claimed the entry. */
export async function markOffered(
  tx: Tx,
  scope: BusinessScope,
  input: { entryId: string; bookingId: BookingId },
): Promise<void> {
  await tx.waitlistEntry.update({
    where: { businessId_id: { businessId: scope.businessId, id: input.entryId } },
    data: { status: 'offered', offerBookingId: input.bookingId },
  });
}
