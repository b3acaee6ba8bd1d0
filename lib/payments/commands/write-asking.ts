import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { askingSchema } from '../../terms/schema';
import type { Asking } from '../../terms/types';
import type { PaymentAttempt } from '../queries';

const stateOf = (status: string): Asking['state'] =>
  status === 'creating' ? 'making' : status === 'open' || status === 'paid' ? status : 'ended';

/**
 * Shows the customer's side of an attempt on its booking, unless a newer attempt is shown there. `way` is given with the
 * first; later changes keep it. The caller has locked the booking.
 */
export async function writeAsking(
  tx: Tx,
  { businessId }: BusinessScope,
  attempt: PaymentAttempt,
  first?: { way: Asking['way'] },
): Promise<void> {
  const where = { businessId_id: { businessId, id: attempt.bookingId } };
  const { asking: stored } = await tx.booking.findUniqueOrThrow({ where, select: { asking: true } });
  const before = askingSchema.nullable().parse(stored);
  if (!first && before?.attemptId !== attempt.id) return;
  const asking: Asking = {
    attemptId: attempt.id,
    amountPaise: attempt.amountPaise,
    payBy: attempt.payBy.getTime(),
    state: stateOf(attempt.status),
    url: attempt.url,
    way: first?.way ?? before?.way ?? { kind: 'gateway' },
    claimedReference: attempt.claimedReference,
  };
  await tx.booking.update({ where, data: { asking } });
}
