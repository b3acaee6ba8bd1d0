import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { PaymentAttempt } from '../queries';
import { writeAsking } from './write-asking';

type Change = Partial<
  Pick<
    PaymentAttempt,
    | 'status'
    | 'linkId'
    | 'url'
    | 'expiresAt'
    | 'claimedReference'
    | 'claimedAt'
    | 'nextCheckAt'
    | 'checks'
    | 'failure'
    | 'closedAt'
  >
>;

/**
 * Changes an attempt that has one of the statuses `from`; null when it has another by now, and then nothing is changed.
 * What its customer sees of it follows. The caller has locked the booking.
 */
export async function changeAttempt(
  tx: Tx,
  scope: BusinessScope,
  input: { attemptId: string; from: readonly string[]; change: Change },
): Promise<PaymentAttempt | null> {
  const where = { businessId: scope.businessId, id: input.attemptId, status: { in: [...input.from] } };
  const [attempt] = await tx.paymentAttempt.updateManyAndReturn({ where, data: input.change });
  if (!attempt) return null;
  await writeAsking(tx, scope, attempt);
  return attempt;
}
