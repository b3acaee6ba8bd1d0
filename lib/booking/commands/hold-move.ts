import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { isCurrent, mayMove } from '../lifecycle';
import type {
  Actor,
  AlreadyOver,
  ChangedMeanwhile,
  HeldMove,
  NotFound,
  SlotTaken,
  TooLate,
  WantedTime,
  WrongState,
} from '../types';
import { toBooking, type BookingRow } from './sql/booking-row';
import { recordHeldMove } from './sql/settle-move';
import { sweepStale } from './sql/sweep-stale';
import { takeForBooking } from './take-for-booking';

export type HoldMoveInput = WantedTime & {
  bookingId: string;
  actor: Actor;
  /** Minutes before the old start until which it is allowed; absent for staff. */
  changeNoticeMinutes?: number;
  expectedVersion?: number;
};

type Refusal = NotFound | WrongState | TooLate | AlreadyOver | ChangedMeanwhile | SlotTaken;

/**
 * Holds a new time beside the booking's own until `holdUntil`; the booking stays as it is. The new time may overlap
 * the old (later by half an hour, longer by one): only the part that the booking does not have yet is held, and
 * `confirmMove` joins them. A new time held before is given up once the new one is sure.
 * Fails with `wrong-state` unless the booking is confirmed, `too-late`, `already-over`, `changed-meanwhile`, or
 * `slot-taken`; then nothing has changed.
 */
export async function holdMove(
  tx: Tx,
  scope: BusinessScope,
  input: HoldMoveInput,
): Promise<Result<HeldMove, Refusal>> {
  const [row] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, input, input.bookingId));
  if (!row) return fail({ reason: 'not-found' });
  const booking = toBooking(row);
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  const allowed = mayMove(booking, input);
  if (!allowed.ok) return allowed;
  const taken = await takeForBooking(tx, scope, booking.id, input);
  if (!taken) return fail({ reason: 'slot-taken' });
  const { candidate, ids } = taken;
  const { startsAt, endsAt, holdUntil, actor } = input;
  await tx.$executeRaw(recordHeldMove(scope, { booking, wanted: input, taken: candidate, keep: ids, actor }));
  return ok({ booking, ...candidate, startsAt, endsAt, holdUntil });
}
