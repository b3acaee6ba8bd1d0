import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { findLastMove } from './find-last-move';
import type { Actor, Booking, NotFound } from '../types';
import { lockBooking } from './lock-booking';
import { dropMove } from './sql/settle-move';

/** Gives up a new time held for a booking, which keeps its old one. Without such a hold nothing happens. */
export async function releaseMove(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; actor: Actor; now: Date; reason?: string },
): Promise<Result<Booking, NotFound>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  const last = await findLastMove(tx, scope, input.bookingId);
  if (last?.kind === 'held') {
    await tx.$executeRaw(dropMove(scope, { ...input, reason: input.reason ?? 'given up' }));
  }
  return ok(booking);
}
