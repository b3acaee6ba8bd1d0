import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

export type SpanOfBookings = {
  /** Half-open, by the start of a booking. */
  from: Date;
  to: Date;
  zone: string;
  serviceId: string | null;
  resourceId: string | null;
};

/** Bookings that took place, are to, or were missed; of `k`, a row of the statement below. */
const counted = Prisma.sql`status IN ('confirmed', 'checked-in', 'completed', 'no-show')`;
const valued = Prisma.sql`status IN ('confirmed', 'checked-in', 'completed')`;

const sums = Prisma.sql`
  count(*) FILTER (WHERE ${counted}) AS bookings,
  coalesce(sum(price) FILTER (WHERE ${valued}), 0)::bigint AS "valuePaise",
  coalesce(sum(minutes) FILTER (WHERE ${counted}), 0)::int AS "bookedMinutes",
  count(*) FILTER (WHERE status = 'no-show') AS "noShows",
  count(*) FILTER (WHERE status = 'cancelled') AS cancelled`;

const listOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(r), '[]'::json) FROM (${rows}) r)`;

/** Everything a report counts of the bookings that start in a span, read once. Days and hours are the business's. */
export const sumBookings = (scope: BusinessScope, span: SpanOfBookings): Prisma.Sql => Prisma.sql`
  WITH k AS MATERIALIZED (
    SELECT b.id, b.status, b.source, b.service_id, b.resource_id, b.customer_id, b.price_paise AS price,
      (extract(epoch FROM b.ends_at - b.starts_at) / 60)::int AS minutes,
      extract(epoch FROM b.starts_at - b.created_at) / 60 AS lead,
      b.starts_at AT TIME ZONE ${span.zone}::text AS starts, b.ends_at AT TIME ZONE ${span.zone}::text AS ends
    FROM booking b
    WHERE b.business_id = ${scope.businessId}::uuid AND b.starts_at >= ${span.from}::timestamptz
      AND b.starts_at < ${span.to}::timestamptz AND b.status NOT IN ('held', 'expired')
      AND (${span.serviceId}::uuid IS NULL OR b.service_id = ${span.serviceId}::uuid)
      AND (${span.resourceId}::uuid IS NULL OR b.resource_id = ${span.resourceId}::uuid)
  )
  SELECT json_build_object(
    'totals', (SELECT row_to_json(t) FROM (SELECT ${sums},
        percentile_cont(0.5) WITHIN GROUP (ORDER BY lead) FILTER (WHERE ${counted}) AS "leadMinutes",
        count(DISTINCT customer_id) FILTER (WHERE ${counted}) AS customers FROM k) t),
    'days', ${listOf(Prisma.sql`
      SELECT to_char(starts, 'YYYY-MM-DD') AS date, count(*) FILTER (WHERE ${counted}) AS bookings,
        coalesce(sum(price) FILTER (WHERE ${valued}), 0)::bigint AS "valuePaise"
      FROM k GROUP BY 1 ORDER BY 1`)},
    'hours', ${listOf(Prisma.sql`
      SELECT extract(isodow FROM h)::int AS weekday, extract(hour FROM h)::int AS hour,
        sum(extract(epoch FROM least(ends, h + interval '1 hour') - greatest(starts, h)) / 60)::int AS "bookedMinutes"
      FROM k CROSS JOIN LATERAL
        generate_series(date_trunc('hour', starts), ends - interval '1 second', interval '1 hour') AS h
      WHERE ${counted} GROUP BY 1, 2 ORDER BY 1, 2`)},
    'sources', ${listOf(Prisma.sql`
      SELECT source, count(*) AS bookings FROM k WHERE ${counted} GROUP BY 1 ORDER BY 2 DESC, 1`)},
    'services', ${listOf(Prisma.sql`
      SELECT s.id, s.name, c.* FROM (SELECT service_id, ${sums} FROM k GROUP BY 1) c
      JOIN service s ON s.business_id = ${scope.businessId}::uuid AND s.id = c.service_id ORDER BY s.position, s.id`)},
    'resources', ${listOf(Prisma.sql`
      SELECT s.id, s.name, c.* FROM (SELECT resource_id, ${sums} FROM k GROUP BY 1) c
      JOIN resource s ON s.business_id = ${scope.businessId}::uuid AND s.id = c.resource_id ORDER BY s.position, s.id`)},
    'customers', ${listOf(Prisma.sql`
      SELECT p.id, coalesce(p.name, p.profile_name) AS name, c.bookings, c."valuePaise"
      FROM (SELECT customer_id, ${sums} FROM k GROUP BY 1) c
      JOIN customer p ON p.business_id = ${scope.businessId}::uuid AND p.id = c.customer_id
      WHERE c.bookings > 0 ORDER BY c.bookings DESC, c."valuePaise" DESC, p.id LIMIT 10`)}
  ) AS sums`;
