import type { Db } from '../db/client';
import type { Statements } from '../db/statements';
import { Prisma } from '../db/generated/client';
import type { CustomerId, ResourceId, SeriesId, ThreadId } from '../kernel/ids';
import type { Busy, LocalDate } from '../scheduling/types';
import type { BusinessScope } from '../tenancy/types';
import { bookingColumns, instant, toBooking, type BookingRow } from './commands/sql/booking-row';
import { customerBookings } from './commands/sql/customer-bookings';
import { busyThen } from './commands/sql/busy-then';
import { busyTimes, type BusyRow } from './commands/sql/busy-times';
import { calendarBlocks, calendarBookings, type TakenByRow } from './commands/sql/calendar-span';
import { dayLoads, type DayLoadSpan } from './commands/sql/day-loads';
import { normaliseReference } from './reference';
import { movedFromSchema, type MovedFrom } from './schema';
import type { Actor, Block, Booking, CalendarTaken } from './types';

/**
 * Times taken on the given resources that touch the half-open span, buffers included, in no order.
 * Holds that have run out by `now`, and the bookings in `except`, are left out. One statement.
 */
export async function listBusy(
  db: Statements,
  scope: BusinessScope,
  input: { resourceIds: readonly string[]; from: Date; to: Date; now: Date; except?: readonly string[] },
): Promise<Busy[]> {
  return toBusy(await db.$queryRaw<BusyRow[]>(busyTimes(scope, input)));
}

/** Times that were taken at the earlier instant `at`, as `listBusy` would have told then. One statement. */
export async function listBusyThen(
  db: Db,
  scope: BusinessScope,
  input: { resourceIds: readonly string[]; from: Date; to: Date; at: Date },
): Promise<Busy[]> {
  return toBusy(await db.$queryRaw<BusyRow[]>(busyThen(scope, input)));
}

const toBusy = (rows: BusyRow[]): Busy[] =>
  rows.flatMap(({ resourceId, unit, starts, ends }) =>
    starts.map((start, place) => ({ resourceId, unit, start, end: ends[place] ?? start })),
  );

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

/**
 * A customer's own bookings, soonest first: all that are not over, and the newest twenty of the past 90 days. Holds
 * that ended without becoming a booking are no bookings and are left out; cancelled ones are in, with that status.
 * With `endedHolds` the newest ten of such holds whose time still lies ahead are in as well, as `expired`: their
 * Confirm buttons are still on the customer's phone.
 */
export async function listCustomerBookings(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; now: Date; endedHolds?: boolean },
): Promise<Booking[]> {
  const { now, endedHolds = false } = input;
  const of = { customerId: Prisma.sql`${input.customerId}::uuid`, now, endedHolds };
  const rows = await db.$queryRaw<
    BookingRow[]
  >`/* statement: customer-bookings */ ${customerBookings(scope, of)}`;
  return rows.map((row) => toOwnBooking(row, now));
}

/** A customer's booking as they are told of it at an instant, of a row of `customerBookings`. */
export function toOwnBooking(row: BookingRow, now: Date): Booking {
  const booking = toBooking(row);
  return booking.status === 'held' && !isLive(booking, now) ? { ...booking, status: 'expired' } : booking;
}

/** A hold past its time has ended, whether or not the sweep has come by. */
const isLive = (booking: Booking, now: Date): boolean =>
  booking.holdUntil !== null && booking.holdUntil > now;

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

export type CalendarSpan = { from: Date; to: Date; now: Date; resourceId?: string };

/**
 * Bookings and live holds that touch the half-open span, for a calendar: cancelled ones are in, with that status;
 * `over` marks staff's knowing exceptions. By start.
 */
export async function listCalendarBookings(
  db: Db,
  scope: BusinessScope,
  span: CalendarSpan,
): Promise<(Booking & { over: boolean })[]> {
  const rows = await db.$queryRaw<(BookingRow & { over: boolean })[]>(calendarBookings(scope, span));
  return rows.map((row) => ({ ...toBooking(row), over: row.over }));
}

/** Time in the span taken by what is no booking of its own; see `CalendarBlock`. By start. */
export async function listCalendarBlocks(
  db: Db,
  scope: BusinessScope,
  span: CalendarSpan,
): Promise<CalendarTaken[]> {
  const rows = await db.$queryRaw<TakenByRow[]>(calendarBlocks(scope, span));
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
}

/** How many bookings begin on each local day of a span, and how many minutes are taken; days without any are left out. */
export const listDayLoads = (
  db: Db,
  scope: BusinessScope,
  span: DayLoadSpan,
): Promise<{ date: LocalDate; count: number; minutes: number }[]> => db.$queryRaw(dayLoads(scope, span));

type StandingBlock = { id: string; resourceId: ResourceId; startsAt: Date; endsAt: Date; reason: string };

type BlockRow = Omit<StandingBlock, 'startsAt' | 'endsAt'> & { startsAt: number; endsAt: number };

/** Blocks and leave with these ids, lifted or not; other ids are left out. */
export async function listBlocksById(
  db: Db,
  scope: BusinessScope,
  ids: readonly string[],
): Promise<StandingBlock[]> {
  const rows = await db.$queryRaw<BlockRow[]>(Prisma.sql`
    SELECT o.id::text, o.resource_id::text AS "resourceId", coalesce(o.reason, '') AS reason,
      (extract(epoch from lower(o.during)) * 1000)::float8 AS "startsAt",
      (extract(epoch from upper(o.during)) * 1000)::float8 AS "endsAt"
    FROM occupancy o WHERE o.business_id = ${scope.businessId}::uuid AND o.id = ANY(${[...ids]}::uuid[])
      AND o.kind IN ('block', 'leave')`);
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }));
}

/** The rows of a standing block exactly as given, one for each unit; null: there is none. */
export async function findBlock(db: Db, scope: BusinessScope, block: Block): Promise<string[] | null> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT o.id::text FROM occupancy o
    WHERE o.business_id = ${scope.businessId}::uuid AND o.resource_id = ${block.resourceId}::uuid AND o.active
      AND o.during = tstzrange(${instant(block.startsAt)}, ${instant(block.endsAt)}, '[)')
      AND o.during && tstzrange(${instant(block.startsAt)}, ${instant(block.endsAt)}, '[)')
      AND o.kind = ${block.kind}::text AND coalesce(o.reason, '') = ${block.reason}::text`);
  return rows.length > 0 ? rows.map((row) => row.id) : null;
}

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

export type WaitingEntry = {
  id: string;
  customerId: CustomerId;
  threadId: ThreadId;
  resourceId: string | null;
  durationMinutes: number;
  joinedAt: Date;
};

/** Who waits for a service on a day, first come first. */
export async function listWaiting(
  db: Db,
  scope: BusinessScope,
  list: { serviceId: string; onDate: LocalDate },
): Promise<WaitingEntry[]> {
  const rows = await db.waitlistEntry.findMany({
    where: {
      businessId: scope.businessId,
      serviceId: list.serviceId,
      onDate: new Date(`${list.onDate}T00:00:00Z`),
      status: 'waiting',
    },
    select: {
      id: true,
      customerId: true,
      threadId: true,
      resourceId: true,
      durationMinutes: true,
      createdAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ createdAt, customerId, threadId, ...row }) => ({
    ...row,
    customerId: customerId as CustomerId,
    threadId: threadId as ThreadId,
    joinedAt: createdAt,
  }));
}

/** How many bookings and live holds of a resource or a service have not ended yet. */
export function countUpcoming(
  db: Db,
  scope: BusinessScope,
  { now, ...of }: { now: Date } & ({ resourceId: string } | { serviceId: string }),
): Promise<number> {
  return db.booking.count({
    where: {
      businessId: scope.businessId,
      ...of,
      endsAt: { gt: now },
      OR: [{ status: { in: ['confirmed', 'checked-in'] } }, { status: 'held', holdUntil: { gt: now } }],
    },
  });
}

/** The lists that somebody is on, for a service that a resource (null: any) offers. */
export async function listWaitingLists(
  db: Db,
  scope: BusinessScope,
  resourceId: string | null,
): Promise<{ serviceId: string; onDate: LocalDate }[]> {
  const rows = await db.waitlistEntry.findMany({
    where: {
      businessId: scope.businessId,
      status: { in: ['waiting', 'offered'] },
      ...(resourceId !== null && { service: { offerings: { some: { resourceId } } } }),
    },
    distinct: ['serviceId', 'onDate'],
    select: { serviceId: true, onDate: true },
    orderBy: [{ serviceId: 'asc' }, { onDate: 'asc' }],
  });
  return rows.map(({ serviceId, onDate }) => ({ serviceId, onDate: onDate.toISOString().slice(0, 10) }));
}

/** The bookings of a series, whatever became of them, by start. */
export const listSeriesBookings = (db: Db, scope: BusinessScope, seriesId: string): Promise<Booking[]> =>
  selectBookings(db, scope, Prisma.sql`b.series_id = ${seriesId}::uuid ORDER BY b.starts_at, b.id`);

/**
 * The standing bookings that a change from one of them means and that are not over, by start: it alone, it and those
 * after it in its series, or all of its series. As `lockSeries` finds them, without the lock.
 */
export const listStanding = (
  db: Db,
  scope: BusinessScope,
  of: { bookingId: string; reach: 'this' | 'following' | 'all'; now: Date },
): Promise<Booking[]> =>
  selectBookings(
    db,
    scope,
    Prisma.sql`b.status = 'confirmed' AND b.ends_at > ${instant(of.now)} AND b.id IN (
      SELECT ${of.bookingId}::uuid
      UNION
      SELECT each.id FROM booking own
      JOIN booking each ON each.business_id = own.business_id AND each.series_id = own.series_id
      WHERE own.business_id = ${scope.businessId}::uuid AND own.id = ${of.bookingId}::uuid
        AND ${of.reach}::text <> 'this' AND (${of.reach}::text = 'all' OR each.starts_at >= own.starts_at))
      ORDER BY b.starts_at, b.id`,
  );

/** The series that an act made; null when it has made none. */
export async function findSeriesByEffect(
  db: Db,
  scope: BusinessScope,
  effectId: string,
): Promise<SeriesId | null> {
  const row = await db.series.findUnique({
    where: { businessId_effectId: { businessId: scope.businessId, effectId } },
    select: { id: true },
  });
  return (row?.id ?? null) as SeriesId | null;
}

/** Whether anybody ever booked, sample data apart. The newest first: who booked at all did so after the samples. */
export async function hasOwnBooking(db: Db, scope: BusinessScope): Promise<boolean> {
  const [newest] = await db.booking.findMany({
    where: { businessId: scope.businessId, source: { not: 'demo' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { id: true },
  });
  return newest !== undefined;
}

/**
 * Whether a hold has ended because its customer gave it up, and not by time: they were told that nothing is booked, so that
 * nothing may come of it by itself any more. False for everything else, also for one that was held anew since.
 */
export async function wasGivenUp(db: Db, { businessId }: BusinessScope, bookingId: string): Promise<boolean> {
  const last = await db.bookingEvent.findFirst({
    where: { businessId, bookingId, kind: { in: ['held', 'confirmed', 'expired', 'cancelled'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { kind: true, actor: true },
  });
  return last?.kind === 'expired' && (last.actor as Actor).kind === 'customer';
}

/** Where a booking stood before its last move and what it cost there; null where it has not moved, or that was not kept. */
export async function findLastMove(
  db: Db,
  { businessId }: BusinessScope,
  bookingId: string,
): Promise<MovedFrom | null> {
  const event = await db.bookingEvent.findFirst({
    where: { businessId, bookingId, kind: 'moved' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { from: true },
  });
  return movedFromSchema.safeParse(event?.from).data ?? null;
}
