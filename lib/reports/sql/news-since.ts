import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

const most = 20;

const iso = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * A booking is new when its customer confirmed it: bookings are few in a minute, so that the newest by creation are
 * looked at and their own histories asked.
 */
export const newsSince = (
  scope: BusinessScope,
  { since, now, resourceId }: { since: Date; now: Date; resourceId: string | null },
): Prisma.Sql => Prisma.sql`
  SELECT json_build_object(
    'bookings', (SELECT coalesce(json_agg(r), '[]'::json) FROM (
      SELECT b.id, b.reference, ${iso(Prisma.sql`b.starts_at`)} AS "startsAt", s.name AS service, p.name AS resource,
        coalesce(b.attendee_name, c.name, c.profile_name) AS who
      FROM booking b
      JOIN booking_event e ON e.business_id = b.business_id AND e.booking_id = b.id AND e.kind = 'confirmed'
        AND e.actor ->> 'kind' = 'customer' AND e.at > ${since}::timestamptz AND e.at <= ${now}::timestamptz
      JOIN service s ON s.business_id = b.business_id AND s.id = b.service_id
      JOIN resource p ON p.business_id = b.business_id AND p.id = b.resource_id
      LEFT JOIN customer c ON c.business_id = b.business_id AND c.id = b.customer_id
      WHERE b.business_id = ${scope.businessId}::uuid AND b.status = 'confirmed'
        AND b.created_at > ${since}::timestamptz - interval '1 hour'
        AND (${resourceId}::uuid IS NULL OR b.resource_id = ${resourceId}::uuid)
      ORDER BY e.at DESC LIMIT ${most}::int) r),
    'chats', (SELECT coalesce(json_agg(r), '[]'::json) FROM (
      SELECT t.id, coalesce(c.name, c.profile_name, c.phone) AS who
      FROM thread t JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id
      WHERE t.business_id = ${scope.businessId}::uuid AND t.handled_by = 'staff' AND ${resourceId}::uuid IS NULL
        AND t.handed_over_at > ${since}::timestamptz AND t.handed_over_at <= ${now}::timestamptz
        AND t.staff_reason IS NOT NULL
      ORDER BY t.handed_over_at DESC LIMIT ${most}::int) r)
  ) AS news`;
