import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { isCurrent } from '../lifecycle';
import type { Actor, Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';
import { uuidV7 } from './sql/uuid-v7';

type Input = { bookingId: string; name: string; actor: Actor; now: Date; expectedVersion?: number };

/**
 * Writes down that somebody else comes, by name. The customer stays who booked. Fails with `wrong-state` once the
 * booking is cancelled or over.
 */
export async function changeAttendee(
  tx: Tx,
  scope: BusinessScope,
  input: Input,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> {
  const booking = await lockBooking(tx, scope, input.bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  const { name, actor, now } = input;
  if (booking.attendeeName === name) return ok(booking);
  const current = isCurrent(booking, input.expectedVersion);
  if (!current.ok) return current;
  if (booking.status !== 'confirmed' && booking.status !== 'checked-in')
    return fail({ reason: 'wrong-state', status: booking.status });
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    WITH changed AS (
      UPDATE booking SET attendee_id = NULL, attendee_name = ${name}::text, version = version + 1,
        updated_at = ${instant(now)}
      WHERE business_id = ${scope.businessId}::uuid AND id = ${booking.id}::uuid RETURNING *
    ), told AS (
      INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to")
      SELECT business_id, ${uuidV7}, id, 'attendee', updated_at, ${JSON.stringify(actor)}::jsonb,
        jsonb_build_object('name', ${booking.attendeeName}::text), jsonb_build_object('name', attendee_name)
      FROM changed
    )
    SELECT ${bookingColumns('c')} FROM changed c`);
  if (!row) throw new Error(`Booking ${booking.id} vanished under its lock.`);
  return ok(toBooking(row));
}
