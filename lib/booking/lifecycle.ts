import { fail, ok, type Result } from '../kernel/result';
import type { AlreadyOver, Booking, BookingStatus, ChangedMeanwhile, TooLate, WrongState } from './types';

/**
 * What may follow what. `expired` is a hold that ended without becoming a booking, by time or by being given up;
 * it may still be confirmed, or held again to be paid, if its time is free. Staff may correct a no-show when the customer turns up late, and take
 * back what they marked by mistake: the booking is confirmed again.
 */
const next: Record<BookingStatus, readonly BookingStatus[]> = {
  held: ['confirmed', 'expired', 'cancelled'],
  expired: ['confirmed', 'held'],
  confirmed: ['checked-in', 'completed', 'no-show', 'cancelled'],
  'checked-in': ['completed', 'cancelled', 'confirmed'],
  completed: ['no-show', 'confirmed'],
  'no-show': ['checked-in', 'completed', 'confirmed'],
  cancelled: [],
};

export const canBecome = (from: BookingStatus, to: BookingStatus): boolean => next[from].includes(to);

type ChangeRule = {
  now: Date;
  /** Absent: the notice does not bind the caller (staff). */
  changeNoticeMinutes?: number | undefined;
};

type Changeable = Pick<Booking, 'status' | 'startsAt' | 'endsAt'>;

/**
 * Whether a booking may be called off now. The notice counts back from the start; at exactly the notice it is
 * still allowed. A hold may always be given up.
 */
export function mayCancel(
  booking: Changeable,
  rule: ChangeRule,
): Result<null, WrongState | AlreadyOver | TooLate> {
  if (!canBecome(booking.status, 'cancelled')) return fail({ reason: 'wrong-state', status: booking.status });
  if (booking.status === 'held') return ok(null);
  return insideItsTime(booking, rule);
}

/** Whether a booking can be moved at all: only one that is agreed and not over. */
export function canMove(booking: Changeable, now: Date): Result<null, WrongState | AlreadyOver> {
  if (booking.status !== 'confirmed') return fail({ reason: 'wrong-state', status: booking.status });
  return now >= booking.endsAt ? fail({ reason: 'already-over' }) : ok(null);
}

/** Whether staff may give it another time: what stands and is not over, also when the customer has come already. */
export function canMoveAtDesk(booking: Changeable, now: Date): Result<null, WrongState | AlreadyOver> {
  if (booking.status === 'checked-in' && now < booking.endsAt) return ok(null);
  return canMove(booking, now);
}

/** Whether it may be moved by this caller now: under the same notice as cancelling. */
export function mayMove(
  booking: Changeable,
  rule: ChangeRule,
): Result<null, WrongState | AlreadyOver | TooLate> {
  const movable = canMove(booking, rule.now);
  return movable.ok ? insideItsTime(booking, rule) : movable;
}

function insideItsTime(booking: Changeable, rule: ChangeRule): Result<null, AlreadyOver | TooLate> {
  if (rule.now >= booking.endsAt) return fail({ reason: 'already-over' });
  if (rule.changeNoticeMinutes === undefined) return ok(null);
  const until = new Date(booking.startsAt.getTime() - rule.changeNoticeMinutes * 60_000);
  return rule.now > until ? fail({ reason: 'too-late', until }) : ok(null);
}

/** Guards a change made from a screen that may be out of date. */
export const isCurrent = (
  booking: Pick<Booking, 'version'>,
  expectedVersion: number | undefined,
): Result<null, ChangedMeanwhile> =>
  expectedVersion === undefined || expectedVersion === booking.version
    ? ok(null)
    : fail({ reason: 'changed-meanwhile', version: booking.version });
