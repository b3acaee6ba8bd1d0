import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import { bookingColumns, instant } from './booking-row';

const pastDays = 90;
const pastCount = 20;
const endedCount = 10;

/** The rows behind `listCustomerBookings`, which says what they are. */
export function customerBookings(
  scope: BusinessScope,
  of: { customerId: Prisma.Sql; now: Date; endedHolds: boolean },
): Prisma.Sql {
  const now = instant(of.now);
  const oldest = instant(new Date(of.now.getTime() - pastDays * 86_400_000));
  const mine = Prisma.sql`b.business_id = ${scope.businessId}::uuid AND b.customer_id = ${of.customerId}`;
  const ended = Prisma.sql`(b.status = 'expired' OR (b.status = 'held' AND b.hold_until <= ${now}))`;
  const own = Prisma.sql`${mine} AND NOT ${ended}`;
  return Prisma.sql`
    (SELECT ${bookingColumns('b')} FROM booking b WHERE ${own} AND b.starts_at > ${oldest} AND b.ends_at <= ${now}
      ORDER BY b.starts_at DESC LIMIT ${pastCount}::int)
    UNION ALL
    (SELECT ${bookingColumns('b')} FROM booking b WHERE ${own} AND b.starts_at > ${oldest} AND b.ends_at > ${now})
    UNION ALL
    (SELECT ${bookingColumns('b')} FROM booking b WHERE ${mine} AND ${ended} AND b.starts_at > ${now}
      AND ${of.endedHolds}::boolean ORDER BY b.id DESC LIMIT ${endedCount}::int)
    ORDER BY "startsAt", reference`;
}
