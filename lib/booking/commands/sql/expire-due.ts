import { Prisma } from '../../../db/generated/client';
import { bookingColumns, instant } from './booking-row';
import { recordExpiry } from './record-expiry';

/**
 * Ends up to `limit` holds of any business that have run out, oldest first. Bookings that somebody is working on are
 * left for the next round, so this waits for nobody. One row per booking or move that ended.
 */
export const expireDue = (now: Date, limit: number): Prisma.Sql => Prisma.sql`
WITH due AS MATERIALIZED (
  SELECT o.business_id, o.id, o.booking_id FROM occupancy o
  WHERE o.active AND o.kind = 'hold' AND o.hold_until <= ${instant(now)}
  ORDER BY o.hold_until LIMIT ${limit}::int
), locked AS MATERIALIZED (
  SELECT b.* FROM booking b JOIN (SELECT DISTINCT business_id, booking_id FROM due) d
    ON b.business_id = d.business_id AND b.id = d.booking_id FOR NO KEY UPDATE OF b SKIP LOCKED
), ended AS (
  UPDATE occupancy o SET active = false FROM due d, locked l
  WHERE l.business_id = d.business_id AND l.id = d.booking_id AND o.business_id = d.business_id AND o.id = d.id
    AND o.active AND o.kind = 'hold' AND o.hold_until <= ${instant(now)}
  RETURNING o.business_id, o.booking_id
), ${recordExpiry(now)}
SELECT l.business_id::text AS "businessId", l.status <> 'held' AS "wasMove", ${bookingColumns('l')}
FROM locked l WHERE (l.business_id, l.id) IN (SELECT business_id, booking_id FROM ended)`;
