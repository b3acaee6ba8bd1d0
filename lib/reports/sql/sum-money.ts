import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { SpanOfBookings } from './sum-bookings';

const at = (instant: Date): Prisma.Sql => Prisma.sql`${instant.toISOString()}::timestamptz`;

/**
 * Money that came and went back in a span, by how it was paid: by when it came, whenever the visit is. Narrowed to a service or
 * a calendar, it is that of their bookings. Money of another currency, and what belongs to nothing, is left out.
 */
export const sumMoney = (scope: BusinessScope, span: SpanOfBookings): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { serviceId, resourceId } = span;
  const narrowed = serviceId !== null || resourceId !== null;
  const ofBooking = (alias: string): Prisma.Sql =>
    narrowed
      ? Prisma.sql`AND EXISTS (SELECT FROM booking b WHERE b.business_id = ${business}
          AND b.id = ${Prisma.raw(alias)}.booking_id
          AND (${serviceId}::uuid IS NULL OR b.service_id = ${serviceId}::uuid)
          AND (${resourceId}::uuid IS NULL OR b.resource_id = ${resourceId}::uuid))`
      : Prisma.empty;
  return Prisma.sql`
SELECT method, sum(taken)::float8 AS "takenPaise", sum(returned)::float8 AS "returnedPaise", sum(number)::int AS count
FROM (
  SELECT p.method, p.amount_paise AS taken, 0 AS returned, 1 AS number FROM payment p
  WHERE p.business_id = ${business} AND p.received_at >= ${at(span.from)} AND p.received_at < ${at(span.to)}
    AND p.currency = 'INR' AND p.disposition NOT IN ('unmatched', 'recorded') ${ofBooking('p')}
  UNION ALL
  SELECT r.method, 0, r.amount_paise, 0 FROM refund r
  JOIN payment p ON p.business_id = r.business_id AND p.id = r.payment_id AND p.currency = 'INR'
  WHERE r.business_id = ${business} AND r.status = 'processed' AND r.ended_at >= ${at(span.from)}
    AND r.ended_at < ${at(span.to)} ${ofBooking('r')}
) m GROUP BY method ORDER BY method`;
};
