import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { SpanOfBookings } from './sum-bookings';

const at = (instant: Date): Prisma.Sql => Prisma.sql`${instant.toISOString()}::timestamptz`;

/**
 * What was asked for, came and went back on each local day of a span, by how it was paid (null: asked for): by when that was,
 * whenever the visit is. Narrowed to a service or
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
  const dayOf = (column: string): Prisma.Sql =>
    Prisma.sql`to_char(${Prisma.raw(column)} AT TIME ZONE ${span.zone}::text, 'YYYY-MM-DD')`;
  const within = (column: string): Prisma.Sql =>
    Prisma.sql`${Prisma.raw(column)} >= ${at(span.from)} AND ${Prisma.raw(column)} < ${at(span.to)}`;
  // A pack is no booking's: it is left out where only those of a service or calendar are asked for.
  const packs = narrowed
    ? Prisma.empty
    : Prisma.sql`UNION ALL
  SELECT ${dayOf('k.sold_at')}, NULL, k.price_paise, 0, 0, 0, 0 FROM pack k
  WHERE k.business_id = ${business} AND ${within('k.sold_at')}`;
  return Prisma.sql`
SELECT date, method, sum(asked)::float8 AS "askedPaise", sum(taken)::float8 AS "takenPaise",
  sum(returned)::float8 AS "returnedPaise", sum(fee)::float8 AS "feePaise", sum(number)::int AS count
FROM (
  SELECT ${dayOf('p.received_at')} AS date, p.method, 0 AS asked, p.amount_paise AS taken, 0 AS returned,
    coalesce(p.fee_paise, 0) AS fee, 1 AS number FROM payment p
  WHERE p.business_id = ${business} AND ${within('p.received_at')}
    AND p.currency = 'INR' AND p.disposition NOT IN ('unmatched', 'recorded') ${ofBooking('p')}
  UNION ALL
  SELECT ${dayOf('r.ended_at')}, r.method, 0, 0, r.amount_paise, 0, 0 FROM refund r
  JOIN payment p ON p.business_id = r.business_id AND p.id = r.payment_id AND p.currency = 'INR'
  WHERE r.business_id = ${business} AND r.status = 'processed' AND ${within('r.ended_at')} ${ofBooking('r')}
  UNION ALL
  SELECT ${dayOf('l.at')}, NULL, CASE l.kind WHEN 'charge' THEN l.amount_paise ELSE -l.amount_paise END, 0, 0, 0, 0
  FROM ledger_entry l
  WHERE l.business_id = ${business} AND l.kind IN ('charge', 'write-off') AND ${within('l.at')} ${ofBooking('l')}
  ${packs}
) m GROUP BY date, method ORDER BY date, method`;
};
