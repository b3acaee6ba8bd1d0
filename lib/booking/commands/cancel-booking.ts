import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { isCurrent, mayCancel } from '../lifecycle';
import type { Actor, AlreadyOver, Booking, ChangedMeanwhile, NotFound, TooLate, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { writeStatus } from './write-status';

type CancelInput = {
  bookingId: string;
  /** Why, in the words of whoever cancels; kept in the history. */
  reason: string;
  actor: Actor;
  now: Date;
  /** Minutes before the start until which it is allowed; absent for staff, whom the notice does not bind. */
  changeNoticeMinutes?: number;
  expectedVersion?: number;
};

/**
 * Calls a booking off: its time, and any new time held for it, is free at once; its history stays.
 * Fails with `wrong-state` when it is cancelled already, `too-late` inside the notice, `already-over` after its end,
 * `changed-meanwhile` when `expectedVersion` is no longer its version.
 */
export async function cancelBooking(
  tx: Tx,
  scope: BusinessScope,
  input: CancelInput,
): Promise<Result<Booking, NotFound | WrongState | TooLate | AlreadyOver | ChangedMeanwhile>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  const allowed = mayCancel(booking, input);
  if (!allowed.ok) return allowed;
  const { actor, now, reason } = input;
  return ok(
    await writeStatus(tx, scope, { booking, status: 'cancelled', actor, now, reason, freesTime: true }),
  );
}
