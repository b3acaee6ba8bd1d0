import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import type { CustomerRow } from '../schema';

type Row = Omit<CustomerRow, 'createdAt' | 'lastBookingAt'> & { createdAt: Date; lastBookingAt: Date | null };

/** Where a page of customers ends. */
export type CustomerCursor = { createdAt: string; id: string };

/** In the words of the index `customer_name_search`. */
const searched = Prisma.sql`(coalesce("name", '') || ' ' || coalesce("profile_name", '') || ' ' || coalesce("phone", ''))`;

/** More are no answer to a search. */
const mostFound = 200;

/**
 * Customers, newest first, after `after`; with `pattern` (escaped for ILIKE) those whose own name, number, or an
 * attendee's name contains it; with `blocked` those alone whom staff have blocked. Erased ones are nobody any more.
 */
export async function listCustomerRows(
  db: Db,
  scope: BusinessScope,
  input: {
    pattern: string | null;
    after: CustomerCursor | null;
    limit: number;
    blocked?: boolean | undefined;
  },
): Promise<CustomerRow[]> {
  const { pattern, after, limit } = input;
  const business = Prisma.sql`business_id = ${scope.businessId}::uuid`;
  const found = pattern
    ? Prisma.sql`AND c.id IN (
        (SELECT id FROM customer WHERE ${business} AND ${searched} ILIKE ${pattern}::text LIMIT ${mostFound}::int)
        UNION (SELECT customer_id FROM attendee WHERE ${business} AND lower(name) LIKE lower(${pattern}::text)
          LIMIT ${mostFound}::int))`
    : Prisma.empty;
  const from = after
    ? Prisma.sql`AND (c.created_at, c.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH page AS MATERIALIZED (SELECT * FROM customer c WHERE c.business_id = ${scope.businessId}::uuid
      AND c.erased_at IS NULL ${input.blocked ? Prisma.sql`AND c.blocked_at IS NOT NULL` : Prisma.empty} ${found} ${from} ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}::int)
    SELECT c.id, coalesce(c.name, c.profile_name) AS name, coalesce(c.phone, c.username) AS phone, c.language,
      c.blocked_at IS NOT NULL AS blocked, c.created_at AS "createdAt", b.count AS bookings, b.last AS "lastBookingAt"
    FROM page c CROSS JOIN LATERAL (SELECT count(*)::int AS count, max(starts_at) AS last FROM booking b
      WHERE b.business_id = c.business_id AND b.customer_id = c.id
        AND b.status IN ('confirmed', 'checked-in', 'completed', 'no-show')) b
    ORDER BY c.created_at DESC, c.id DESC`);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastBookingAt: row.lastBookingAt?.toISOString() ?? null,
  }));
}
