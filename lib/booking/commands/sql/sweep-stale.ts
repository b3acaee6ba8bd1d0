import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { WantedTime } from '../../types';
import { bookingColumns, instant } from './booking-row';
import { recordExpiry } from './record-expiry';
import { candidateTable, duringOf, takersOfWanted } from './wanted-time';

/**
 * Ends the holds that have run out and stand in the way of the candidates, and locks `own` with them. All bookings
 * concerned are locked in the order of their ids before any occupancy is touched: the one lock order of this room.
 * Returns the own booking's row where there is one.
 */
export const sweepStale = (
  scope: BusinessScope,
  wanted: Pick<
    WantedTime,
    'candidates' | 'startsAt' | 'endsAt' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'now'
  >,
  own: string | null = null,
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH wanted AS MATERIALIZED (
  SELECT c.resource_id, c.unit, ${duringOf(wanted)} AS during FROM ${candidateTable(wanted.candidates)}
), found AS MATERIALIZED (
  SELECT o.id, o.booking_id FROM wanted w CROSS JOIN ${takersOfWanted(business)}
  WHERE o.kind = 'hold' AND o.hold_until <= ${instant(wanted.now)}
), locked AS MATERIALIZED (
  SELECT b.* FROM booking b
  WHERE b.business_id = ${business} AND (b.id = ${own}::uuid OR b.id IN (SELECT booking_id FROM found))
  ORDER BY b.id FOR NO KEY UPDATE
), ended AS (
  UPDATE occupancy o SET active = false
  WHERE o.business_id = ${business} AND o.id IN (SELECT f.id FROM found f JOIN locked l ON l.id = f.booking_id)
    AND o.booking_id IS DISTINCT FROM ${own}::uuid
    AND o.active AND o.kind = 'hold' AND o.hold_until <= ${instant(wanted.now)}
  RETURNING o.business_id, o.booking_id
), ${recordExpiry(wanted.now)}
SELECT ${bookingColumns('l')} FROM locked l WHERE l.id = ${own}::uuid`;
};
