import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Candidate, WantedTime } from '../types';
import { bookingColumns, toBooking, type BookingRow } from './sql/booking-row';

type Row = BookingRow & { capacity: number; takenFrom: number; takenTo: number };

/**
 * What a hold that ended took, as a wish to take it again: the same resource, its own unit first, with the buffers it
 * had. The time it may be kept waiting does not matter, since it is confirmed at once. Null: no such booking.
 */
export async function findRetake(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; now: Date },
): Promise<WantedTime | null> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${bookingColumns('b')}, r.capacity,
      (extract(epoch from lower(o.during)) * 1000)::float8 AS "takenFrom",
      (extract(epoch from upper(o.during)) * 1000)::float8 AS "takenTo"
    FROM booking b JOIN resource r ON r.business_id = b.business_id AND r.id = b.resource_id
    JOIN LATERAL (
      SELECT coalesce(range_merge(range_agg(o.during)), tstzrange(b.starts_at, b.ends_at)) AS during FROM occupancy o
      WHERE o.business_id = b.business_id AND o.booking_id = b.id AND o.resource_id = b.resource_id
        AND o.during @> tstzrange(b.starts_at, b.ends_at)
    ) o ON true
    WHERE b.business_id = ${scope.businessId}::uuid AND b.id = ${input.bookingId}::uuid`);
  if (!row) return null;
  const { resourceId, unit, pricePaise, priceLines, startsAt, endsAt } = toBooking(row);
  const units = Array.from({ length: row.capacity }, (_, index) => index + 1).filter((each) => each !== unit);
  const candidates: Candidate[] = [unit, ...units].map((each) => ({
    resourceId,
    unit: each,
    pricePaise,
    priceLines,
  }));
  return {
    candidates,
    startsAt,
    endsAt,
    bufferBeforeMinutes: (row.startsAt - row.takenFrom) / 60_000,
    bufferAfterMinutes: (row.takenTo - row.endsAt) / 60_000,
    holdUntil: input.now,
    now: input.now,
  };
}
