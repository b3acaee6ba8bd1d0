import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { canMoveAtDesk, isCurrent } from '../lifecycle';
import type {
  Actor,
  AlreadyOver,
  Booking,
  ChangedMeanwhile,
  NotFound,
  SlotTaken,
  WantedTime,
  WrongState,
} from '../types';
import { planReminders } from './plan-reminders';
import { toBooking, type BookingRow } from './sql/booking-row';
import { settleMove } from './sql/settle-move';
import { sweepStale } from './sql/sweep-stale';
import { takeForBooking } from './take-for-booking';

export type MoveBookingInput = WantedTime & {
  bookingId: string;
  actor: Actor;
  expectedVersion: number;
  /** Staff's reason for taking the first candidate although it is taken; absent: it must be free. */
  over?: string;
};

/**
 * Moves a booking at the desk in one step, also one that has begun: later, longer, to another court. It keeps its old
 * time until the new one is sure, which it may overlap. Fails with `wrong-state` unless it stands, `already-over`,
 * `changed-meanwhile`, or `slot-taken`; then nothing has changed. With `over`, the time is taken beside whoever has it.
 */
export async function moveBooking(
  tx: Tx,
  scope: BusinessScope,
  input: MoveBookingInput,
): Promise<Result<Booking, NotFound | WrongState | AlreadyOver | ChangedMeanwhile | SlotTaken>> {
  const [row] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, input, input.bookingId));
  if (!row) return fail({ reason: 'not-found' });
  const booking = toBooking(row);
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  const allowed = canMoveAtDesk(booking, input.now);
  if (!allowed.ok) return allowed;
  const { over, actor, now } = input;
  const candidate =
    over === undefined
      ? (await takeForBooking(tx, scope, booking.id, input))?.candidate
      : input.candidates[0];
  if (!candidate) return fail({ reason: 'slot-taken' });
  const move = { ...input, ...candidate, move: true as const };
  const [moved] = await tx.$queryRaw<BookingRow[]>(
    settleMove(scope, { booking, move, actor, now, ...(over !== undefined && { over }) }),
  );
  if (!moved) throw new Error(`Booking ${booking.id} vanished under its lock.`);
  const after = toBooking(moved);
  await planReminders(tx, scope, after, now);
  return ok(after);
}
