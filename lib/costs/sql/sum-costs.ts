import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** Half-open, by when a message was delivered. */
export type CostSpan = { from: Date; to: Date; zone: string };

const listOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(r), '[]'::json) FROM (${rows}) r)`;

const sums = Prisma.sql`count(*)::int AS messages, coalesce(sum(cost), 0)::bigint AS "milliPaise"`;

/** Everything that is said of a span's costs, its messages read once. Days are the business's. */
export const sumCosts = (scope: BusinessScope, span: CostSpan): Prisma.Sql => Prisma.sql`
  WITH k AS MATERIALIZED (
    SELECT m.cost_milli_paise AS cost, m.billable, m.price_category AS category, m.purpose, m.booking_id, t.customer_id,
      to_char(m.charged_at AT TIME ZONE ${span.zone}::text, 'YYYY-MM-DD') AS date
    FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
    WHERE m.business_id = ${scope.businessId}::uuid AND m.charged_at >= ${span.from}::timestamptz
      AND m.charged_at < ${span.to}::timestamptz
  )
  SELECT json_build_object(
    'messages', (SELECT count(*) FROM k),
    'free', (SELECT count(*) FROM k WHERE cost = 0),
    'unpriced', (SELECT count(*) FROM k WHERE cost IS NULL),
    'milliPaise', (SELECT coalesce(sum(cost), 0) FROM k),
    'customers', (SELECT count(DISTINCT customer_id) FROM k),
    'bookings', (SELECT count(*) FROM booking b WHERE b.business_id = ${scope.businessId}::uuid
      AND b.created_at >= ${span.from}::timestamptz AND b.created_at < ${span.to}::timestamptz
      AND b.status NOT IN ('held', 'expired')),
    'days', ${listOf(Prisma.sql`SELECT date, category, ${sums} FROM k GROUP BY 1, 2 ORDER BY 1, 2`)},
    'purposes', ${listOf(Prisma.sql`SELECT purpose, ${sums} FROM k GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1`)},
    'dearest', ${listOf(Prisma.sql`
      SELECT p.id, coalesce(p.name, p.profile_name) AS name, c.messages, c."milliPaise"
      FROM (SELECT customer_id, ${sums} FROM k GROUP BY 1) c
      JOIN customer p ON p.business_id = ${scope.businessId}::uuid AND p.id = c.customer_id
      WHERE c."milliPaise" > 0 ORDER BY c."milliPaise" DESC, c.messages DESC, p.id LIMIT 10`)},
    'dearestBookings', ${listOf(Prisma.sql`
      SELECT b.id, b.reference, c.messages, c."milliPaise"
      FROM (SELECT booking_id, ${sums} FROM k WHERE booking_id IS NOT NULL GROUP BY 1) c
      JOIN booking b ON b.business_id = ${scope.businessId}::uuid AND b.id = c.booking_id
      WHERE c."milliPaise" > 0 ORDER BY c."milliPaise" DESC, c.messages DESC, b.id LIMIT 5`)}
  ) AS sums`;
