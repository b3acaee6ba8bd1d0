import type { Tx } from '../../db/client';
import type { BusinessId } from '../../kernel/ids';
import type { Booking } from '../types';
import { toBooking, type BookingRow } from './sql/booking-row';
import { expireDue } from './sql/expire-due';

/** `move`: only a new time held for the booking lapsed; the booking itself stands. */
export type EndedHold = { businessId: BusinessId; what: 'hold' | 'move'; booking: Booking };

/**
 * Ends holds of every business that ran out by `now`, at most `limit`, oldest first, and says which. Several
 * processes may run it at once: each hold is ended by one of them. Slots do not wait for it, since whoever wants
 * the time of a stale hold sweeps it away; this is for history, for messages and for the calendar.
 */
export async function expireHolds(tx: Tx, input: { now: Date; limit: number }): Promise<EndedHold[]> {
  const rows = await tx.$queryRaw<(BookingRow & { businessId: string; wasMove: boolean })[]>(
    expireDue(input.now, input.limit),
  );
  return rows.map((row) => {
    const booking = toBooking(row);
    return {
      businessId: row.businessId as BusinessId,
      what: row.wasMove ? 'move' : 'hold',
      booking: row.wasMove ? booking : { ...booking, status: 'expired', version: booking.version + 1 },
    };
  });
}
