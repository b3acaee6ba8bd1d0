import { findBooking } from '../../booking/queries';
import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import { findAttempt } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { World } from '../types';
import { lookAtGateway } from './check-payment';
import { lockChatOf, tellPayment } from './tell-payment';

/**
 * Reminds of a payment once before the time for it ends. The gateway is asked first, and how things stand is read again under
 * the chat's lock: nobody is reminded who has paid or given up (promise P11).
 */
export async function nudgePayment(world: World, job: Jobs['nudge-payment']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const attempt = await findAttempt(world.database.prisma, scope, job.attemptId);
  if (attempt?.status !== 'open') return;
  const looked = await lookAtGateway(world, scope, attempt);
  if (looked.kind === 'paid' || looked.kind === 'under-way') return;
  await transaction(world.database, async (tx) => {
    const seen = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
    const booking = await findBooking(tx, scope, attempt.bookingId);
    const waits = booking?.status === 'held' && booking.asking?.attemptId === attempt.id;
    if (!waits || booking.asking?.state !== 'open' || booking.asking.claimedReference) return;
    if (thread?.handledBy === 'staff') return;
    await tellPayment(tx, world, scope, {
      thread,
      booking,
      news: { kind: 'payment-nudge' },
      effectId: `payment:${attempt.id}:nudge`,
      expiresAt: attempt.payBy,
    });
  });
}
