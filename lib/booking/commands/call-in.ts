import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { isCurrent } from '../lifecycle';
import type { Actor, Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { recordAttendance } from './record-attendance';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';
import { uuidV7 } from './sql/uuid-v7';

type Input = { bookingId: string; actor: Actor; now: Date; expectedVersion?: number };

/**
 * Calls somebody in who has come; who has not been checked in yet is, with it. Fails with `wrong-state` for what is over
 * or cancelled.
 */
export async function callIn(
  tx: Tx,
  scope: BusinessScope,
  input: Input,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  const arrived = await recordAttendance(tx, scope, 'checked-in', input);
  if (!arrived.ok) return arrived;
  const { actor, now } = input;
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    WITH changed AS (
      UPDATE booking SET version = version + 1, updated_at = ${instant(now)}
      WHERE business_id = ${scope.businessId}::uuid AND id = ${booking.id}::uuid RETURNING *
    ), told AS (
      INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor)
      SELECT business_id, ${uuidV7}, id, 'called', updated_at, ${JSON.stringify(actor)}::jsonb FROM changed
    )
    SELECT ${bookingColumns('c')} FROM changed c`);
  if (!row) throw new Error(`Booking ${booking.id} vanished under its lock.`);
  return ok(toBooking(row));
}
