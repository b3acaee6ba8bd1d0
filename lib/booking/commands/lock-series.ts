import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';

/**
 * Locks the standing bookings of a series that are not over by `now` and start at `from` or later, all at once in the
 * order of their ids, before any of them changes. By start.
 */
export async function lockSeries(
  tx: Tx,
  scope: BusinessScope,
  input: { seriesId: string; from: Date; now: Date },
): Promise<Booking[]> {
  const rows = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
    WITH locked AS MATERIALIZED (
      SELECT b.* FROM booking b
      WHERE b.business_id = ${scope.businessId}::uuid AND b.series_id = ${input.seriesId}::uuid
        AND b.status = 'confirmed' AND b.starts_at >= ${instant(input.from)} AND b.ends_at > ${instant(input.now)}
      ORDER BY b.id FOR NO KEY UPDATE
    )
    SELECT ${bookingColumns('l')} FROM locked l ORDER BY l.starts_at, l.id`);
  return rows.map(toBooking);
}
