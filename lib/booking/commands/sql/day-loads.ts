import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import { instant } from './booking-row';

export type DayLoadSpan = {
  from: Date;
  to: Date;
  now: Date;
  zone: string;
  resourceId: string | null;
  serviceId: string | null;
};

/** No booking is longer than a day; the bound on the start keeps the index useful on a long history. */
const longestMs = 2 * 86_400_000;

/**
 * Bookings and live holds by the local day: how many begin on it, and how many of its minutes they take; one over
 * midnight takes minutes of both. One scan of the index over business and start.
 */
export const dayLoads = (scope: BusinessScope, span: DayLoadSpan): Prisma.Sql => Prisma.sql`
/* statement: day-loads */
WITH k AS (
  SELECT b.starts_at AT TIME ZONE ${span.zone}::text AS starts, b.ends_at AT TIME ZONE ${span.zone}::text AS ends
  FROM booking b
  WHERE b.business_id = ${scope.businessId}::uuid AND b.starts_at < ${instant(span.to)}
    AND b.starts_at > ${instant(new Date(span.from.getTime() - longestMs))} AND b.ends_at > ${instant(span.from)}
    AND b.status NOT IN ('cancelled', 'expired') AND NOT (b.status = 'held' AND b.hold_until <= ${instant(span.now)})
    AND (${span.resourceId}::uuid IS NULL OR b.resource_id = ${span.resourceId}::uuid)
    AND (${span.serviceId}::uuid IS NULL OR b.service_id = ${span.serviceId}::uuid)
)
SELECT to_char(d, 'YYYY-MM-DD') AS date, (count(*) FILTER (WHERE starts >= d))::int AS count,
  (sum(extract(epoch FROM least(ends, d + interval '1 day') - greatest(starts, d))) / 60)::int AS minutes
FROM k CROSS JOIN LATERAL
  generate_series(date_trunc('day', starts), ends - interval '1 microsecond', interval '1 day') AS d
GROUP BY d`;
