import type { Db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { Busy } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { bookingColumns, instant, toBooking, type BookingRow } from './commands/sql/booking-row';
import { busyTimes, type BusyRow } from './commands/sql/busy-times';
import { normaliseReference } from './reference';
import type { Actor, Booking } from './types';

/**
 * Times taken on the given resources that touch the half-open span, buffers included, in no order.
 * Holds that have run out by `now`, and the bookings in `except`, are left out. One statement.
 */
export async function listBusy(
  db: Db,
  scope: BusinessScope,
  input: { resourceIds: readonly string[]; from: Date; to: Date; now: Date; except?: readonly string[] },
): Promise<Busy[]> {
  const rows = await db.$queryRaw<BusyRow[]>(busyTimes(scope, input));
  return rows.flatMap(({ resourceId, unit, starts, ends }) =>
    starts.map((start, place) => ({ resourceId, unit, start, end: ends[place] ?? start })),
  );
}

async function selectBookings(db: Db, scope: BusinessScope, where: Prisma.Sql): Promise<Booking[]> {
  const rows = await db.$queryRaw<BookingRow[]>(Prisma.sql`
    SELECT ${bookingColumns('b')} FROM booking b WHERE b.business_id = ${scope.businessId}::uuid AND ${where}`);
  return rows.map(toBooking);
}

export async function findBooking(db: Db, scope: BusinessScope, bookingId: string): Promise<Booking | null> {
  const [booking] = await selectBookings(db, scope, Prisma.sql`b.id = ${bookingId}::uuid`);
  return booking ?? null;
}

export async function findBookingByEffect(
  db: Db,
  scope: BusinessScope,
  effectId: string,
): Promise<Booking | null> {
  const [booking] = await selectBookings(db, scope, Prisma.sql`b.effect_id = ${effectId}::text`);
  return booking ?? null;
}

/** By the reference as somebody typed or said it. */
export async function findBookingByReference(
  db: Db,
  scope: BusinessScope,
  typed: string,
): Promise<Booking | null> {
  const [booking] = await selectBookings(
    db,
    scope,
    Prisma.sql`b.reference = ${normaliseReference(typed)}::text`,
  );
  return booking ?? null;
}

const pastDays = 90;
const pastCount = 20;

/**
 * A customer's own bookings, soonest first: all that are not over, and the newest twenty of the past 90 days. Holds
 * that ended without becoming a booking are no bookings and are left out; cancelled ones are in, with that status.
 */
export async function listCustomerBookings(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; now: Date },
): Promise<Booking[]> {
  const now = instant(input.now);
  const oldest = instant(new Date(input.now.getTime() - pastDays * 86_400_000));
  const own = Prisma.sql`b.business_id = ${scope.businessId}::uuid AND b.customer_id = ${input.customerId}::uuid
    AND b.status <> 'expired' AND NOT (b.status = 'held' AND b.hold_until <= ${now})`;
  const rows = await db.$queryRaw<BookingRow[]>(Prisma.sql`
    (SELECT ${bookingColumns('b')} FROM booking b WHERE ${own} AND b.starts_at > ${oldest} AND b.ends_at <= ${now}
      ORDER BY b.starts_at DESC LIMIT ${pastCount}::int)
    UNION ALL
    (SELECT ${bookingColumns('b')} FROM booking b WHERE ${own} AND b.starts_at > ${oldest} AND b.ends_at > ${now})
    ORDER BY "startsAt", reference`);
  return rows.map(toBooking);
}

/** Bookings and live holds that touch the half-open span, cancelled and expired ones left out; by start. */
export const listBookingsBetween = (
  db: Db,
  scope: BusinessScope,
  input: { from: Date; to: Date; now: Date; resourceId?: string },
): Promise<Booking[]> =>
  selectBookings(
    db,
    scope,
    // No booking is longer than a day; the bound on the start keeps the index useful on a long history.
    Prisma.sql`b.starts_at < ${instant(input.to)} AND b.ends_at > ${instant(input.from)}
      AND b.starts_at > ${instant(new Date(input.from.getTime() - 2 * 86_400_000))}
      AND b.status NOT IN ('cancelled', 'expired') AND NOT (b.status = 'held' AND b.hold_until <= ${instant(input.now)})
      AND (${input.resourceId ?? null}::uuid IS NULL OR b.resource_id = ${input.resourceId ?? null}::uuid)
      ORDER BY b.starts_at, b.reference`,
  );

export type BookingEvent = {
  kind: string;
  at: Date;
  actor: Actor;
  from: unknown;
  to: unknown;
  reason: string | null;
};

/** Everything that ever happened to a booking, oldest first. */
export async function listBookingEvents(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<BookingEvent[]> {
  const rows = await db.bookingEvent.findMany({
    where: { businessId: scope.businessId, bookingId },
    select: { kind: true, at: true, actor: true, from: true, to: true, reason: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  // Only this room writes the column, always from an Actor.
  return rows.map((row) => ({ ...row, actor: row.actor as Actor }));
}
