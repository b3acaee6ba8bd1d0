import type { Tx } from '../../db/client';
import type { ResourceId } from '../../kernel/ids';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { canMove } from '../lifecycle';
import { findBooking } from '../queries';
import { findLastMove } from './find-last-move';
import type { PendingMove } from '../schema';
import type {
  Actor,
  AlreadyOver,
  Booking,
  NoMove,
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

type ConfirmMoveInput = { bookingId: string; actor: Actor; now: Date };
type Refusal = NotFound | NoMove | WrongState | AlreadyOver | SlotTaken;

/**
 * Moves the booking to the time that `holdMove` held, in one step: there is no moment at which it has neither. A hold
 * that has run out is taken again if it is still free; otherwise `slot-taken`, and the booking keeps its old time.
 * Repeating it returns the moved booking. Fails with `no-move` when none is held.
 */
export async function confirmMove(
  tx: Tx,
  scope: BusinessScope,
  input: ConfirmMoveInput,
): Promise<Result<Booking, Refusal>> {
  const last = await findLastMove(tx, scope, input.bookingId);
  if (last?.kind !== 'held') return withoutMove(tx, scope, input.bookingId, last?.kind === 'moved');
  const wanted = wantedBy(last.move, input.now);
  const [row] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, wanted, input.bookingId));
  if (!row) return fail({ reason: 'not-found' });
  // Read again now that nobody else can change it: another tap may have been faster than our lock.
  const again = await findLastMove(tx, scope, input.bookingId);
  if (again?.eventId !== last.eventId) return confirmMove(tx, scope, input);
  const booking = toBooking(row);
  const allowed = canMove(booking, input.now);
  if (!allowed.ok) return allowed;
  if (last.move.startsAt <= input.now) return fail({ reason: 'slot-taken' });
  const taken = await takeForBooking(tx, scope, booking.id, wanted);
  if (!taken) return fail({ reason: 'slot-taken' });
  const { actor, now } = input;
  const [moved] = await tx.$queryRaw<BookingRow[]>(
    settleMove(scope, { booking, move: last.move, actor, now }),
  );
  if (!moved) throw new Error(`Booking ${booking.id} vanished under its lock.`);
  const after = toBooking(moved);
  await planReminders(tx, scope, after, now);
  return ok(after);
}

async function withoutMove(
  tx: Tx,
  scope: BusinessScope,
  bookingId: string,
  done: boolean,
): Promise<Result<Booking, NotFound | NoMove>> {
  const booking = await findBooking(tx, scope, bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  return done ? ok(booking) : fail({ reason: 'no-move' });
}

/** The schema proved the id's shape; the row it names was checked when the move was held. */
const wantedBy = (move: PendingMove, now: Date): WantedTime => ({
  ...move,
  candidates: [
    {
      resourceId: move.resourceId as ResourceId,
      unit: move.unit,
      pricePaise: move.pricePaise,
      priceLines: [],
    },
  ],
  now,
});
