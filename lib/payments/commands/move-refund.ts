import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Refund } from '../queries';
import type { RefundState } from '../types';
import { appendEntries } from './append-entries';

type Step = {
  refundId: string;
  to: Exclude<RefundState, 'requested'>;
  gatewayRefundId?: string | null;
  bankReference?: string | null;
  failure?: string | null;
  nextTryAt: Date | null;
  actor: Actor;
  now: Date;
};

/** What a state may come after. Money that has gone is never taken for failed. */
const before: Record<Step['to'], RefundState[]> = {
  submitted: ['requested', 'submitted'],
  processed: ['requested', 'submitted', 'failed'],
  failed: ['requested', 'submitted'],
};

/**
 * A refund goes on, and its line in the ledger with it. Null when it is as far already, or further. The caller has locked
 * the booking, where there is one.
 */
export async function moveRefund(tx: Tx, scope: BusinessScope, step: Step): Promise<Refund | null> {
  const { refundId, to, gatewayRefundId, bankReference, failure = null, nextTryAt, actor, now } = step;
  const { businessId } = scope;
  const [refund] = await tx.refund.updateManyAndReturn({
    where: { businessId, id: refundId, status: { in: before[to] } },
    data: {
      status: to,
      failure,
      nextTryAt,
      tries: { increment: 1 },
      ...(gatewayRefundId && { gatewayRefundId }),
      ...(bankReference && { bankReference }),
      ...(to !== 'submitted' && { endedAt: now }),
    },
  });
  if (!refund) return null;
  if (refund.bookingId) {
    const { bookingId, paymentId, amountPaise } = refund;
    const entry = { kind: 'refund', key: refundId, paymentKey: paymentId, amountPaise, state: to } as const;
    await appendEntries(tx, scope, { bookingId, entries: [entry], actor, now });
  }
  return refund;
}
