import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, Booking, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { writeStatus } from './write-status';

/**
 * Gives a hold up: its time is free at once and its status `expired`. A hold that has already ended is left as it is
 * and counts as success. Fails with `wrong-state` when it has become a booking.
 */
export async function releaseHold(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; actor: Actor; now: Date; reason?: string },
): Promise<Result<Booking, NotFound | WrongState>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  if (booking.status === 'expired') return ok(booking);
  if (booking.status !== 'held') return fail({ reason: 'wrong-state', status: booking.status });
  const { actor, now, reason = 'given up' } = input;
  return ok(
    await writeStatus(tx, scope, { booking, status: 'expired', actor, now, reason, freesTime: true }),
  );
}
