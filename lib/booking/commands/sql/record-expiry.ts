import { Prisma } from '../../../db/generated/client';
import { instant } from './booking-row';
import { uuidV7 } from './uuid-v7';

/**
 * CTEs `expired` and `told`, for occupancies that a CTE `ended(business_id, booking_id)` has just let go: what was
 * only held expires; a lapsed move leaves its booking as it was. Both are recorded.
 */
export const recordExpiry = (now: Date): Prisma.Sql => Prisma.sql`
expired AS (
  UPDATE booking b SET status = 'expired', version = b.version + 1, updated_at = ${instant(now)}
  FROM (SELECT DISTINCT business_id, booking_id FROM ended) e
  WHERE b.business_id = e.business_id AND b.id = e.booking_id AND b.status = 'held'
  RETURNING b.*
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to", reason)
  SELECT e.business_id, ${uuidV7}, e.booking_id, 'expired', ${instant(now)}, '{"kind":"system"}',
    jsonb_build_object('move', x.id IS NULL), CASE WHEN x.id IS NOT NULL THEN '{"status":"expired"}'::jsonb END,
    'the hold ran out'
  FROM (SELECT DISTINCT business_id, booking_id FROM ended) e
  LEFT JOIN expired x ON x.business_id = e.business_id AND x.id = e.booking_id
)`;
