import { callWaiting } from '../../booking/commands/call-waiting';
import { keepHold } from '../../booking/commands/keep-hold';
import { lockBooking } from '../../booking/commands/lock-booking';
import { releaseHold } from '../../booking/commands/release-hold';
import { findBooking } from '../../booking/queries';
import { addJob, type Jobs } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { askPrice } from '../../payments/commands/ask-price';
import { findAttempt, type PaymentAttempt } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { lookAtGateway } from './check-payment';
import { stopAsking } from './stop-asking';
import { lockChatOf, tellPayment } from './tell-payment';

const actor = { kind: 'system' } as const;

/** How long a slot is kept on for money that is under way at the payer's bank; once. */
const underWayMs = 10 * 60_000;

/**
 * The time to pay is over. The gateway is asked once more; then the slot is free again, the link is closed, and the customer
 * told once (promise P09). Money under way keeps the slot a little longer. A gateway that does not answer keeps it no longer
 * than it was promised: money that comes after all is dealt with when it does. Safe to repeat.
 */
export async function endPayment(world: World, job: Jobs['end-payment']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const attempt = await findAttempt(world.database.prisma, scope, job.attemptId);
  if (!attempt || (attempt.status !== 'creating' && attempt.status !== 'open')) return;
  const now = world.clock.now();
  const found = await findBooking(world.database.prisma, scope, attempt.bookingId);
  // Staff have been told to look for money sent by UPI: the slot is kept for that, and no longer.
  if (attempt.claimedAt && found?.status === 'held' && found.holdUntil && found.holdUntil > now) {
    await addJob(world.database.prisma, 'end-payment', job, {
      runAt: found.holdUntil,
      key: `later:end-payment:${attempt.id}`,
    });
    return;
  }
  const looked = await lookAtGateway(world, scope, attempt);
  if (looked.kind === 'paid') return;
  const extended = now.getTime() - attempt.payBy.getTime() >= underWayMs;
  await transaction(world.database, (tx) =>
    looked.kind === 'under-way' && !extended
      ? keepOn(tx, world, scope, attempt)
      : end(tx, world, scope, attempt),
  );
}

async function keepOn(tx: Tx, world: World, scope: BusinessScope, attempt: PaymentAttempt): Promise<void> {
  const now = world.clock.now();
  const holdUntil = new Date(now.getTime() + underWayMs + 60_000);
  await keepHold(tx, scope, { bookingId: attempt.bookingId, holdUntil, actor, now });
  const job = { businessId: scope.businessId, attemptId: attempt.id };
  await addJob(tx, 'end-payment', job, {
    runAt: new Date(now.getTime() + underWayMs),
    key: `later:end-payment:${attempt.id}`,
  });
}

async function end(tx: Tx, world: World, scope: BusinessScope, attempt: PaymentAttempt): Promise<void> {
  const { bookingId } = attempt;
  const now = world.clock.now();
  const seen = await findBooking(tx, scope, bookingId);
  const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking || !(await stopAsking(tx, scope, { attempt, status: 'expired', now }))) return;
  if (attempt.purpose === 'balance') return;
  const released = await releaseHold(tx, scope, { bookingId, actor, now, reason: 'not paid in time' });
  // It stands, or was called off: paid in another way, or nothing to pay for.
  if (!released.ok) return;
  if (booking.keptPaise === 0) await askPrice(tx, scope, { bookingId, askedPaise: 0, actor, now });
  if (booking.status === 'held') await callWaiting(tx, scope, [booking]);
  await publish(tx, scope, { kind: 'bookings', id: bookingId });
  const after = (await findBooking(tx, scope, bookingId)) ?? booking;
  await tellPayment(tx, world, scope, {
    thread,
    booking: after,
    // Nobody could have paid where there never was a link; the gateway was asked for one until now.
    news: { kind: 'payment-ended', noLink: attempt.status === 'creating' },
    effectId: `payment:${attempt.id}:ended`,
  });
}
