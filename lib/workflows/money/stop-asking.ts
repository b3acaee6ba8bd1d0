import { addJob } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { changeAttempt } from '../../payments/commands/change-attempt';
import { findAsking, type PaymentAttempt } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Asks no more for this money: the attempt ends, and a job closes its link at the gateway, where money may have arrived
 * meanwhile. Nothing happens to one that has ended already. The caller has locked the booking.
 */
export async function stopAsking(
  tx: Tx,
  scope: BusinessScope,
  input: { attempt: PaymentAttempt; status: 'cancelled' | 'expired'; now: Date },
): Promise<boolean> {
  const { attempt, status, now } = input;
  const ended = await changeAttempt(tx, scope, {
    attemptId: attempt.id,
    from: ['creating', 'open'],
    change: { status, closedAt: now, nextCheckAt: now },
  });
  if (ended) await addJob(tx, 'close-payment', { businessId: scope.businessId, attemptId: attempt.id });
  return ended !== null;
}

/** The same for whatever asks for a booking's money now; false where nothing does. */
export async function stopAskingFor(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; now: Date },
): Promise<boolean> {
  const attempt = await findAsking(tx, scope, input.bookingId);
  return attempt !== null && stopAsking(tx, scope, { attempt, status: 'cancelled', now: input.now });
}
