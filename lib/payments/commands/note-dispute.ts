import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** The payer has disputed a payment at their bank, or that has ended. Source: Razorpay's `payment.dispute.*` events. */
export async function noteDispute(
  db: Db,
  { businessId }: BusinessScope,
  input: { paymentId: string; name: string; now: Date },
): Promise<void> {
  const { paymentId, name, now } = input;
  const last = name.split('.').pop() ?? '';
  const dispute = last === 'won' || last === 'lost' || last === 'closed' ? last : 'open';
  await db.payment.updateMany({
    // What has ended is not opened again by an event that came late.
    where: {
      businessId,
      id: paymentId,
      ...(dispute === 'open' && { OR: [{ dispute: null }, { dispute: 'open' }] }),
    },
    data: { dispute, disputedAt: now },
  });
}
