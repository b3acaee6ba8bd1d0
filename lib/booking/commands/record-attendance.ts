import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { canBecome, isCurrent } from '../lifecycle';
import type { Actor, Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { writeStatus } from './write-status';

export type AttendanceInput = {
  bookingId: string;
  actor: Actor;
  now: Date;
  reason?: string;
  expectedVersion?: number;
};

type Attendance = 'checked-in' | 'completed' | 'no-show' | 'confirmed';

/** What the commands of the desk share: only the word differs. Repeating one changes nothing. */
export async function recordAttendance(
  tx: Tx,
  scope: BusinessScope,
  status: Attendance,
  input: AttendanceInput,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  if (booking.status === status) return ok(booking);
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  if (!canBecome(booking.status, status)) return fail({ reason: 'wrong-state', status: booking.status });
  const { actor, now, reason = null } = input;
  return ok(await writeStatus(tx, scope, { booking, status, actor, now, reason, freesTime: false }));
}
