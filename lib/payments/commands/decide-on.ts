import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

export type Disposition = 'applied' | 'late' | 'surplus' | 'mismatch' | 'unmatched' | 'settled';

/**
 * Writes what was done with a payment. False when that was decided already, unless `from` names what it may have been.
 * The caller has locked the booking, where there is one.
 */
export async function decideOn(
  tx: Tx,
  { businessId }: BusinessScope,
  input: {
    paymentId: string;
    disposition: Disposition;
    why?: string;
    now: Date;
    from?: readonly (Disposition | 'recorded')[];
  },
): Promise<boolean> {
  const { paymentId, disposition, why = null, now, from = ['recorded'] } = input;
  const { count } = await tx.payment.updateMany({
    where: { businessId, id: paymentId, disposition: { in: [...from] } },
    data: { disposition, why, decidedAt: now },
  });
  return count === 1;
}
