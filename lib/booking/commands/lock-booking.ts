import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';
import { bookingColumns, toBooking, type BookingRow } from './sql/booking-row';

/**
 * Locks one booking until the transaction ends; null when the business has none with this id. A booking is locked
 * before its occupancies, and never while waiting for somebody else's time.
 */
export async function lockBooking(tx: Tx, scope: BusinessScope, bookingId: string): Promise<Booking | null> {
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    SELECT ${bookingColumns('b')} FROM booking b
    WHERE b.business_id = ${scope.businessId}::uuid AND b.id = ${bookingId}::uuid FOR NO KEY UPDATE`);
  return row ? toBooking(row) : null;
}
