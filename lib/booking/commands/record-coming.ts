import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, AlreadyOver, Booking, NotFound, WrongState } from '../types';
import { lockBooking } from './lock-booking';
import { Prisma } from '../../db/generated/client';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';
import { uuidV7 } from './sql/uuid-v7';

/**
 * Writes down that the customer says they are coming. Saying it again changes nothing. Fails with `wrong-state` unless
 * the booking stands, `already-over` once it has begun.
 */
export async function recordComing(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; actor: Actor; now: Date },
): Promise<Result<Booking, NotFound | WrongState | AlreadyOver>> {
  const { bookingId, actor, now } = input;
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking) return fail({ reason: 'not-found' });
  if (booking.status !== 'confirmed') return fail({ reason: 'wrong-state', status: booking.status });
  if (booking.comingAt) return ok(booking);
  if (now >= booking.startsAt) return fail({ reason: 'already-over' });
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    WITH changed AS (
      UPDATE booking SET customer_confirmed_at = ${instant(now)}, version = version + 1, updated_at = ${instant(now)}
      WHERE business_id = ${scope.businessId}::uuid AND id = ${bookingId}::uuid RETURNING *
    ), told AS (
      INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor)
      SELECT business_id, ${uuidV7}, id, 'coming', updated_at, ${JSON.stringify(actor)}::jsonb FROM changed
    )
    SELECT ${bookingColumns('c')} FROM changed c`);
  if (!row) throw new Error(`Booking ${bookingId} vanished under its lock.`);
  return ok(toBooking(row));
}
