import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, Booking, NotFound, SlotTaken, WantedTime, WrongState } from '../types';
import { planReminders } from './plan-reminders';
import { toBooking, type BookingRow } from './sql/booking-row';
import { confirmHeld } from './sql/confirm-held';
import { settleMove } from './sql/settle-move';
import { sweepStale } from './sql/sweep-stale';
import { takeForBooking } from './take-for-booking';

/**
 * Confirms a hold that has ended at another time, since its own was gone when it was paid. The first candidate that is
 * free is taken. Repeating it returns the booking as it stands. Fails with `slot-taken` when none is free, and with
 * `wrong-state` for one that was cancelled or is over; then nothing has changed.
 */
export async function confirmElsewhere(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; wanted: WantedTime; actor: Actor },
): Promise<Result<Booking, NotFound | WrongState | SlotTaken>> {
  const { bookingId, wanted, actor } = input;
  const [locked] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, wanted, bookingId));
  if (!locked) return fail({ reason: 'not-found' });
  const booking = toBooking(locked);
  if (booking.status === 'confirmed') return ok(booking);
  if (booking.status !== 'expired') return fail({ reason: 'wrong-state', status: booking.status });
  if (wanted.startsAt <= wanted.now) return fail({ reason: 'slot-taken' });
  const taken = await takeForBooking(tx, scope, bookingId, wanted);
  if (!taken) return fail({ reason: 'slot-taken' });
  const { now } = wanted;
  await tx.$queryRaw(
    settleMove(scope, { booking, move: { move: true, ...wanted, ...taken.candidate }, actor, now }),
  );
  const [row] = await tx.$queryRaw<BookingRow[]>(
    confirmHeld(scope, { bookingId, actor, now, from: 'expired', unit: taken.candidate.unit }),
  );
  if (!row) throw new Error(`Booking ${bookingId} changed under its lock.`);
  const confirmed = toBooking(row);
  await planReminders(tx, scope, confirmed, now);
  return ok(confirmed);
}
