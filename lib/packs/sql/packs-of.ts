import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** Packs that ended longer ago are of no more interest to their customer. */
const shownDays = 30;

/** The same columns whether they are read alone or as JSON with others. */
const columns = (uses: Prisma.Sql): Prisma.Sql => Prisma.sql`
  p.id, p.name, p.kind, p.quantity, p.remaining, p.service_ids AS "serviceIds", p.member_percent AS "memberPercent",
  p.price_paise AS "pricePaise",
  to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
  (SELECT coalesce(json_agg(u), '[]') FROM (${uses}) u) AS uses`;

const usesOf = (scope: BusinessScope): Prisma.Sql => Prisma.sql`
  SELECT e.booking_id AS "bookingId", -sum(e.amount)::int AS amount FROM pack_entry e
  WHERE e.business_id = ${scope.businessId}::uuid AND e.pack_id = p.id AND e.booking_id IS NOT NULL
  GROUP BY e.booking_id`;

/** Columns of `PackRow` of a customer's packs that are valid, will be, or ended lately; the first to end first. */
export const packsOf = (
  scope: BusinessScope,
  of: { customerId: Prisma.Sql; now: Date },
): Prisma.Sql => Prisma.sql`
  SELECT ${columns(usesOf(scope))} FROM pack p
  WHERE p.business_id = ${scope.businessId}::uuid AND p.customer_id = ${of.customerId}
    AND p.ends_on >= ${of.now}::timestamptz::date - ${shownDays}::int
  ORDER BY p.ends_on, p.id LIMIT 50`;

/** Columns of `PackRow` of the pack that has given something for this booking. */
export const packUsedBy = (scope: BusinessScope, bookingId: string): Prisma.Sql => Prisma.sql`
  SELECT ${columns(usesOf(scope))} FROM pack p
  WHERE p.business_id = ${scope.businessId}::uuid AND p.id IN (
    SELECT e.pack_id FROM pack_entry e
    WHERE e.business_id = ${scope.businessId}::uuid AND e.booking_id = ${bookingId}::uuid)
  LIMIT 1`;
