import { addJob } from '../../db/add-job';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Has events looked at again that came before the payment they are about: a gateway may tell of a dispute or refund first. Gives
 * how many they are. Safe to repeat: each is taken up again once.
 */
export async function retryEarlyEvents(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { accountId: string; gatewayPaymentId: string },
): Promise<number> {
  // What they name stands in what was received and nowhere else; few events ever wait like this.
  const early = await tx.$queryRaw<{ id: string }[]>`
    UPDATE gateway_event SET status = 'pending', tries = 0, handled_at = NULL
    WHERE business_id = ${businessId}::uuid AND account_id = ${of.accountId}::uuid AND status = 'unmatched'
      AND payment_id IS NULL AND topic IN ('dispute', 'refund')
      AND position(${of.gatewayPaymentId}::text IN body) > 0
    RETURNING id`;
  for (const { id } of early) await addJob(tx, 'handle-gateway-event', { businessId, eventId: id });
  return early.length;
}
