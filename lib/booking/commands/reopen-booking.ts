import type { Tx } from '../../db/client';
import { fail, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { recordAttendance, type AttendanceInput } from './record-attendance';

/**
 * Takes back a mark of attendance made by mistake: the booking is confirmed again, its time was never given up.
 * Fails with `wrong-state` for a hold, which its customer confirms, and for what is cancelled.
 */
export async function reopenBooking(
  tx: Tx,
  scope: BusinessScope,
  input: AttendanceInput,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  if (booking.status === 'held' || booking.status === 'expired')
    return fail({ reason: 'wrong-state', status: booking.status });
  return recordAttendance(tx, scope, 'confirmed', input);
}
