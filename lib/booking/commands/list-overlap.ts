import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { ResourceId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import type { Block, Booking } from '../types';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';

type Span = { resourceIds: readonly string[]; startsAt: Date; endsAt: Date; now: Date };
type BlockRow = { resourceId: string; kind: string; startsAt: number; endsAt: number; reason: string | null };

/** What takes the resources' time in a span, by start: bookings with live holds, and blocks. */
export async function listOverlap(
  db: Db,
  scope: BusinessScope,
  span: Span,
): Promise<{ bookings: Booking[]; blocks: Block[] }> {
  const counts = Prisma.sql`o.business_id = ${scope.businessId}::uuid AND o.resource_id = ANY(${[...span.resourceIds]}::uuid[]) AND o.active
    AND o.during && tstzrange(${instant(span.startsAt)}, ${instant(span.endsAt)}, '[)')
    AND NOT (o.kind = 'hold' AND o.hold_until <= ${instant(span.now)})`;
  const bookings = await db.$queryRaw<BookingRow[]>(Prisma.sql`
    SELECT ${bookingColumns('b')} FROM booking b WHERE b.business_id = ${scope.businessId}::uuid
      AND b.id IN (SELECT o.booking_id FROM occupancy o WHERE ${counts}) ORDER BY b.starts_at, b.reference`);
  const blocks = await db.$queryRaw<BlockRow[]>(Prisma.sql`
    SELECT DISTINCT o.resource_id::text AS "resourceId", o.kind, o.reason,
      (extract(epoch from lower(o.during)) * 1000)::float8 AS "startsAt",
      (extract(epoch from upper(o.during)) * 1000)::float8 AS "endsAt"
    FROM occupancy o WHERE ${counts} AND o.booking_id IS NULL ORDER BY "startsAt"`);
  return { bookings: bookings.map(toBooking), blocks: blocks.map(toBlock) };
}

/** Times mirrored from outside block just as a block does; the id names a row's own foreign key. */
const toBlock = (row: BlockRow): Block => ({
  resourceId: row.resourceId as ResourceId,
  kind: row.kind === 'leave' ? 'leave' : 'block',
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  reason: row.reason ?? '',
});
