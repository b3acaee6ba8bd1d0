import { transaction } from '../../db/transaction';
import { claimDue, listShort, listUnanswered, listUndecided } from '../../payments/commands/claim-due';
import { scopeOf } from '../../tenancy/scope';
import type { World } from '../types';
import { decideRecorded } from './apply-payment';
import { refundLate, refundShort } from './settle-late';

const batch = 200;
const minuteMs = 60_000;
/** Whoever does not say within a day what is to become of money that came too late gets it back. */
const answerWithinMs = 24 * 60 * minuteMs;

/**
 * Looks after money by the clock: has every attempt and refund that is due looked at, decides on payments whose process died,
 * and gives back what nobody has claimed. Every minute; what a lost webhook would have told is found within two (promise
 * P13).
 */
export async function sweepPayments(world: World): Promise<void> {
  const now = world.clock.now();
  for (;;) {
    const queued = await transaction(world.database, (tx) => claimDue(tx, { now, limit: batch }));
    if (queued < batch) break;
  }
  const before = (ms: number) => ({ before: new Date(now.getTime() - ms), limit: batch });
  const undecided = await transaction(world.database, (tx) => listUndecided(tx, before(minuteMs)));
  for (const { businessId, id } of undecided) await decideRecorded(world, scopeOf(businessId), id);
  const unanswered = await transaction(world.database, (tx) => listUnanswered(tx, before(answerWithinMs)));
  for (const { businessId, bookingId } of unanswered)
    if (bookingId) await refundLate(world, scopeOf(businessId), bookingId);
  const short = await transaction(world.database, (tx) => listShort(tx, { limit: batch }));
  for (const { businessId, bookingId } of short)
    if (bookingId) await refundShort(world, scopeOf(businessId), bookingId);
}
