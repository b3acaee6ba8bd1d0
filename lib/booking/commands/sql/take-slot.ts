import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { HoldSlotInput } from '../../types';
import { bookingColumns, instant, type BookingRow } from './booking-row';
import { candidateTable, duringOf, takersOfWanted } from './wanted-time';
import { writeBooking, type Fresh } from './write-booking';

/** `id` is null where nothing was taken. */
export type TakenRow = (BookingRow | { id: null }) & {
  /** A candidate looked free: without a row, a rival was faster, and another look is worth it. */
  looked_free: boolean;
  /** A hold that has run out stands in the way of a candidate. */
  stale: boolean;
};

/**
 * Takes the first candidate that is free and writes hold, booking and history, in one round trip. A booking made
 * earlier by the same effect is returned instead. A rival's unfinished take is waited for; if it stays, no row.
 * Foreign keys are checked when the statement ends, so the occupancy may come before its booking.
 */
export const takeSlot = (scope: BusinessScope, input: HoldSlotInput, fresh: Fresh): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const during = duringOf(input);
  return Prisma.sql`/* statement: take-slot */
WITH wanted AS MATERIALIZED (
  SELECT c.*, ${during} AS during, ${instant(input.now)} AS now FROM ${candidateTable(input.candidates)}
), earlier AS MATERIALIZED (
  SELECT b.* FROM booking b WHERE b.business_id = ${business} AND b.effect_id = ${input.effectId}::text
), in_the_way AS MATERIALIZED (
  SELECT w.place, o.kind = 'hold' AND o.hold_until <= w.now AS stale
  FROM wanted w CROSS JOIN ${takersOfWanted(business)}
), chosen AS MATERIALIZED (
  SELECT w.* FROM wanted w
  WHERE NOT EXISTS (SELECT FROM earlier) AND NOT EXISTS (SELECT FROM in_the_way i WHERE i.place = w.place)
  ORDER BY w.place LIMIT 1
), taken AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, hold_until, created_at)
  SELECT ${business}, ${fresh.occupancyId}::uuid, c.resource_id, c.unit, 'hold', c.during, true,
    ${fresh.bookingId}::uuid, ${instant(input.holdUntil)}, c.now
  FROM chosen c ON CONFLICT DO NOTHING RETURNING id
), ${writeBooking(scope, input, fresh)}
SELECT EXISTS (SELECT FROM chosen) AS looked_free, EXISTS (SELECT FROM in_the_way WHERE stale) AS stale,
  ${bookingColumns('b')}
FROM (SELECT) AS one LEFT JOIN (SELECT * FROM made UNION ALL SELECT * FROM earlier) b ON true`;
};
