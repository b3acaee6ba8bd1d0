import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { Feedback } from '../../kernel/feedback';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, Booking, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';
import { uuidV7 } from './sql/uuid-v7';

/**
 * Writes down what the customer says of their visit; a later word takes the place of an earlier one, and the same word
 * again changes nothing. Fails with `wrong-state` for what has not begun or did not take place.
 */
export async function recordFeedback(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; feedback: Feedback; actor: Actor; now: Date },
): Promise<Result<Booking, NotFound | WrongState>> {
  const { bookingId, feedback, actor, now } = input;
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  const { status } = booking;
  const visited = status === 'confirmed' || status === 'checked-in' || status === 'completed';
  if (!visited || now < booking.startsAt) return fail({ reason: 'wrong-state', status });
  if (booking.feedback === feedback) return ok(booking);
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    WITH changed AS (
      UPDATE booking SET feedback = ${feedback}::text, version = version + 1, updated_at = ${instant(now)}
      WHERE business_id = ${scope.businessId}::uuid AND id = ${bookingId}::uuid RETURNING *
    ), told AS (
      INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to")
      SELECT business_id, ${uuidV7}, id, 'feedback', updated_at, ${JSON.stringify(actor)}::jsonb,
        jsonb_build_object('feedback', feedback)
      FROM changed
    )
    SELECT ${bookingColumns('c')} FROM changed c`);
  if (!row) throw new Error(`Booking ${bookingId} vanished under its lock.`);
  return ok(toBooking(row));
}
