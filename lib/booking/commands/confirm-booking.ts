import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { findRetake } from './find-retake';
import type { Actor, Booking, NotFound, SlotTaken, WrongState } from '../types';
import { planReminders } from './plan-reminders';
import { confirmHeld } from './sql/confirm-held';
import { toBooking, type BookingRow } from './sql/booking-row';
import { sweepStale } from './sql/sweep-stale';
import { takeForBooking } from './take-for-booking';

type ConfirmInput = { bookingId: string; actor: Actor; now: Date };

/**
 * Makes a hold a booking. Repeating it returns the same booking and writes nothing. A hold that has run out, or was
 * given up, is confirmed all the same if its time is still free and has not begun; otherwise `slot-taken`.
 * Fails with `wrong-state` for a booking that was cancelled or is over.
 */
export async function confirmBooking(
  tx: Tx,
  scope: BusinessScope,
  input: ConfirmInput,
): Promise<Result<Booking, NotFound | WrongState | SlotTaken>> {
  const [row] = await tx.$queryRaw<BookingRow[]>(confirmHeld(scope, { ...input, from: 'held' }));
  return row ? ok(await withReminders(tx, scope, row, input.now)) : confirmAgain(tx, scope, input);
}

async function confirmAgain(
  tx: Tx,
  scope: BusinessScope,
  input: ConfirmInput,
): Promise<Result<Booking, NotFound | WrongState | SlotTaken>> {
  const retake = await findRetake(tx, scope, input);
  if (!retake) return fail({ reason: 'not-found' });
  const [locked] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, retake, input.bookingId));
  if (!locked) return fail({ reason: 'not-found' });
  const booking = toBooking(locked);
  if (booking.status === 'confirmed' || booking.status === 'checked-in') return ok(booking);
  if (booking.status !== 'expired') return fail({ reason: 'wrong-state', status: booking.status });
  if (booking.startsAt <= input.now) return fail({ reason: 'slot-taken' });
  const taken = await takeForBooking(tx, scope, input.bookingId, retake);
  if (!taken) return fail({ reason: 'slot-taken' });
  const [row] = await tx.$queryRaw<BookingRow[]>(
    confirmHeld(scope, { ...input, from: 'expired', unit: taken.candidate.unit }),
  );
  if (!row) throw new Error(`Booking ${input.bookingId} changed under its lock.`);
  return ok(await withReminders(tx, scope, row, input.now));
}

async function withReminders(tx: Tx, scope: BusinessScope, row: BookingRow, now: Date): Promise<Booking> {
  const booking = toBooking(row);
  await planReminders(tx, scope, booking, now);
  return booking;
}
