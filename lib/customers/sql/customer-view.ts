import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { customerView, type CustomerView } from '../schema';

const newest = 50;

/**
 * All that staff see of a customer; null when there is none with this id. Times inside are ISO instants. One statement.
 * `now` divides what is to come from what is over.
 */
export async function findCustomerView(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; now: Date; bookings?: number },
): Promise<CustomerView | null> {
  const instant = (column: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const at = (name: string): Prisma.Sql => instant(Prisma.raw(name));
  const own = Prisma.sql`business_id = c.business_id AND customer_id = c.id`;
  const [row] = await db.$queryRaw<{ view: unknown }[]>(Prisma.sql`
    SELECT jsonb_build_object(
      'id', c.id, 'name', c.name, 'profileName', c.profile_name, 'phone', c.phone, 'username', c.username,
      'language', c.language, 'note', coalesce(c.note, ''), 'blockedAt', ${at('c.blocked_at')},
      'blockReason', c.block_reason, 'refuses', coalesce(c.refuses, '{}'),
      'erasedAt', ${at('c.erased_at')}, 'createdAt', ${at('c.created_at')},
      'counts', (SELECT jsonb_build_object(
          'bookings', count(*) FILTER (WHERE status IN ('confirmed', 'checked-in', 'completed', 'no-show')),
          'upcoming', count(*) FILTER (WHERE status = 'confirmed' AND starts_at > ${input.now}::timestamptz),
          'noShows', count(*) FILTER (WHERE status = 'no-show'),
          'cancelled', count(*) FILTER (WHERE status = 'cancelled'),
          'spentPaise', coalesce(sum(price_paise) FILTER (WHERE status IN ('checked-in', 'completed')
            OR (status = 'confirmed' AND ends_at <= ${input.now}::timestamptz)), 0),
          'messages', (SELECT count(*) FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
            WHERE t.business_id = c.business_id AND t.customer_id = c.id))
        FROM booking WHERE ${own}),
      'bookings', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'reference', b.reference, 'status', b.status,
          'startsAt', ${at('b.starts_at')}, 'endsAt', ${at('b.ends_at')}, 'pricePaise', b.price_paise,
          'service', s.name, 'resource', r.name, 'attendeeName', b.attendee_name) ORDER BY b.starts_at DESC, b.id), '[]')
        FROM (SELECT * FROM booking WHERE ${own} AND status <> 'expired'
          ORDER BY starts_at DESC LIMIT ${input.bookings ?? newest}::int) b
        JOIN service s ON s.business_id = b.business_id AND s.id = b.service_id
        JOIN resource r ON r.business_id = b.business_id AND r.id = b.resource_id),
      'attendees', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'relation', relation,
        'birthYear', birth_year) ORDER BY created_at, id), '[]') FROM attendee WHERE ${own}),
      'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'purpose', r.purpose,
          'granted', r.granted, 'at', ${at('r.at')}, 'source', r.source, 'via', r.via, 'staff', u.name,
          'booking', b.reference, 'words', r.words) ORDER BY r.at DESC, r.id DESC), '[]')
        FROM consent_record r
        LEFT JOIN booking b ON b.business_id = r.business_id AND b.id = r.booking_id
        LEFT JOIN staff_user u ON u.id = r.staff_id
        WHERE r.business_id = c.business_id AND r.customer_id = c.id),
      'threads', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id) ORDER BY updated_at DESC), '[]')
        FROM thread WHERE ${own})
    ) AS view
    FROM customer c WHERE c.business_id = ${scope.businessId}::uuid AND c.id = ${input.customerId}::uuid`);
  return row ? customerView.parse(row.view) : null;
}
