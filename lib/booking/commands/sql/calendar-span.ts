import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { CalendarTaken } from '../../types';
import { bookingColumns, instant } from './booking-row';

type Span = { from: Date; to: Date; now: Date; resourceId?: string };

export type TakenByRow = Omit<CalendarTaken, 'startsAt' | 'endsAt'> & { startsAt: number; endsAt: number };

/** No booking is longer than a day; the bound on the start keeps the index useful on a long history. */
const longestMs = 2 * 86_400_000;

/** One scan of the index over business and start, so the answer costs what lies in the span. */
export const calendarBookings = (scope: BusinessScope, span: Span): Prisma.Sql => Prisma.sql`
SELECT ${bookingColumns('b')}, EXISTS (SELECT FROM occupancy o WHERE o.business_id = b.business_id
    AND o.booking_id = b.id AND o.active AND o.kind = 'override') AS over
FROM booking b
WHERE b.business_id = ${scope.businessId}::uuid AND b.starts_at < ${instant(span.to)}
  AND b.starts_at > ${instant(new Date(span.from.getTime() - longestMs))} AND b.ends_at > ${instant(span.from)}
  AND b.status <> 'expired' AND NOT (b.status = 'held' AND b.hold_until <= ${instant(span.now)})
  AND (${span.resourceId ?? null}::uuid IS NULL OR b.resource_id = ${span.resourceId ?? null}::uuid)
ORDER BY b.starts_at, b.reference`;

/**
 * Blocks of all units of a resource are one entry. A hold of a booking that stands already is the new time of a move
 * under way; the hold of one that does not is that booking itself, and is left out.
 */
export const calendarBlocks = (scope: BusinessScope, span: Span): Prisma.Sql => Prisma.sql`
SELECT array_agg(o.id::text ORDER BY o.unit) AS ids, o.resource_id::text AS "resourceId",
  CASE o.kind WHEN 'hold' THEN 'moving' ELSE o.kind END AS kind,
  (extract(epoch from lower(o.during)) * 1000)::float8 AS "startsAt",
  (extract(epoch from upper(o.during)) * 1000)::float8 AS "endsAt",
  coalesce(o.reason, '') AS reason, o.booking_id::text AS "bookingId"
FROM occupancy o LEFT JOIN booking b ON b.business_id = o.business_id AND b.id = o.booking_id
WHERE o.business_id = ${scope.businessId}::uuid AND o.active
  AND o.during && tstzrange(${instant(span.from)}, ${instant(span.to)}, '[)')
  AND (o.booking_id IS NULL OR (o.kind = 'hold' AND o.hold_until > ${instant(span.now)} AND b.status <> 'held'))
  AND (${span.resourceId ?? null}::uuid IS NULL OR o.resource_id = ${span.resourceId ?? null}::uuid)
GROUP BY o.resource_id, o.kind, o.during, o.reason, o.booking_id
ORDER BY lower(o.during), o.resource_id`;
