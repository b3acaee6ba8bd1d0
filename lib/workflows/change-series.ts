import { callWaiting } from '../booking/commands/call-waiting';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmMove } from '../booking/commands/confirm-move';
import { holdMove } from '../booking/commands/hold-move';
import { lockBooking } from '../booking/commands/lock-booking';
import { lockSeries } from '../booking/commands/lock-series';
import { isCurrent } from '../booking/lifecycle';
import { findBooking } from '../booking/queries';
import type { Actor, Booking, ChangedMeanwhile, NotFound, WantedTime } from '../booking/types';
import { loadCatalog } from '../catalog/queries';
import type { Db, Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { fail, ok, type Result } from '../kernel/result';
import { toEpochMinute } from '../kernel/time-range';
import type { LocalDate } from '../scheduling/types';
import { addDays, localDateOf, toEpochMinuteOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import type { DatesTaken } from './book-series';
import { loadDeskAvailability } from './desk-availability';
import { expireStaleHolds } from './expire-stale-holds';
import type { World } from './types';
import { settleCancelled } from './money/settle-change';

/** How much of a series a change means, seen from one of its bookings. What is over stays as it was. */
export type SeriesReach = 'this' | 'following' | 'all';

type SeriesChange = {
  bookingId: string;
  reach: SeriesReach;
  actor: Actor;
  /** Guards a change made from a screen that may be out of date. */
  expectedVersion?: number;
  /** The one calendar that a practitioner may touch; null or absent: all. */
  within?: string | null;
};

/** What the caller does of it in the same transaction. */
type Also = (tx: Tx, changed: readonly Booking[]) => Promise<void>;

export type CancelSeriesInput = SeriesChange & { reason: string };

/** Where the bookings go: so many days on or back, to a time of the local day. */
export type SeriesMove = {
  days: number;
  /** Minute of the local day. */
  startMinute: number;
  durationMinutes: number;
  /** null: each stays on the court it has. */
  resourceId: string | null;
};

export type MoveSeriesInput = SeriesChange & {
  to: SeriesMove;
  /** What to do when a new time is not free: move nothing, or all the others. */
  whenTaken: 'move-nothing' | 'move-the-rest';
};

/** `missed`: dates of bookings that stay where they are, because their new time is not free. */
export type MovedSeries = { moved: Booking[]; missed: LocalDate[] };

/** Thrown to take everything back. Never leaves this file. */
class NotAllFree extends Error {
  constructor(readonly dates: LocalDate[]) {
    super('Not all new times are free.');
  }
}

/**
 * Cancels one booking, it and those after it, or all of its series that are not over, in one transaction, and has the
 * waiting lists looked at. Returns what was cancelled, none if there was nothing left. Fails with `not-found`, or
 * `changed-meanwhile` for an out-of-date `expectedVersion`.
 */
export async function cancelSeries(
  world: World,
  scope: BusinessScope,
  input: CancelSeriesInput,
  also?: Also,
): Promise<Result<{ cancelled: Booking[] }, NotFound | ChangedMeanwhile>> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const meant = await lockMeant(tx, scope, input, now);
    if (!meant.ok) return meant;
    const { reason, actor } = input;
    const cancelled: Booking[] = [];
    for (const { id: bookingId } of meant.value) {
      const result = await cancelBooking(tx, scope, { bookingId, reason, actor, now });
      if (!result.ok) throw new Error(`A locked booking was not cancelled: ${result.reason}`);
      cancelled.push(await settleCancelled(tx, scope, { booking: result.value, actor, now, by: 'venue' }));
    }
    await callWaiting(tx, scope, cancelled);
    await also?.(tx, cancelled);
    return ok({ cancelled });
  });
}

/**
 * Moves one booking, it and those after it, or all of its series that are not over, in one transaction: each keeps its
 * old time until the new one is sure, at the price of its new date. A new time that is not free, or still has another
 * booking of the same series on it, is missed: then nothing at all is moved, or all the others, as the caller asked.
 * Fails with `dates-taken`, `not-found`, or `changed-meanwhile`.
 */
export async function moveSeries(
  world: World,
  scope: BusinessScope,
  input: MoveSeriesInput,
  also?: Also,
): Promise<Result<MovedSeries, NotFound | ChangedMeanwhile | DatesTaken>> {
  // See bookSeries: a transaction that takes many times must not wait for other bookings' locks in between.
  await expireStaleHolds(world);
  const now = world.clock.now();
  try {
    return await transaction(world.database, async (tx) => {
      const meant = await lockMeant(tx, scope, input, now);
      if (!meant.ok) return meant;
      const done = await moveAll(tx, scope, input, { bookings: meant.value, now });
      await also?.(tx, done.moved);
      return ok(done);
    });
  } catch (error) {
    if (error instanceof NotAllFree) return fail({ reason: 'dates-taken', dates: error.dates });
    throw error;
  }
}

/** The standing bookings that a change means, locked all at once before any of them changes. By start. */
async function lockMeant(
  tx: Tx,
  scope: BusinessScope,
  { bookingId, reach, expectedVersion, within = null }: SeriesChange,
  now: Date,
): Promise<Result<Booking[], NotFound | ChangedMeanwhile>> {
  const alone = reach === 'this';
  const seen = await (alone ? lockBooking : findBooking)(tx, scope, bookingId);
  const isHidden = (one: Booking): boolean => within !== null && one.resourceId !== within;
  if (!seen || isHidden(seen) || (!alone && !seen.seriesId)) return fail({ reason: 'not-found' });
  const stands = seen.status === 'confirmed' && seen.endsAt > now;
  const from = reach === 'all' ? new Date(0) : seen.startsAt;
  const meant =
    alone || !seen.seriesId
      ? [seen].filter(() => stands)
      : await lockSeries(tx, scope, { seriesId: seen.seriesId, from, now });
  // Of the one that was chosen, as it is now that nobody else can change it.
  const current = isCurrent(meant.find(({ id }) => id === seen.id) ?? seen, expectedVersion);
  return current.ok ? ok(meant.filter((one) => !isHidden(one))) : current;
}

/** A booking with the wish for its new time; without a candidate it is not free. */
type MoveWish = { booking: Booking; on: LocalDate; wanted: WantedTime };

/** Where a booking stands, or would. */
export type PlannedMove = Pick<Booking, 'resourceId' | 'unit' | 'startsAt' | 'endsAt' | 'pricePaise'>;

/** What a move wants for each booking, in the order given. The bookings' own times count as free. Two statements. */
export async function planMove(
  db: Db,
  scope: BusinessScope,
  { bookings, to, now }: { bookings: readonly Booking[]; to: SeriesMove; now: Date },
): Promise<MoveWish[]> {
  const [first] = bookings;
  if (!first) return [];
  const catalog = await loadCatalog(db, scope);
  const { zone } = catalog.business;
  const dated = bookings.map((booking) => {
    const on = localDateOf(toEpochMinute(booking.startsAt), zone);
    return { booking, on, day: addDays(on, to.days) };
  });
  const days = dated.map((one) => one.day).sort();
  const desk = await loadDeskAvailability(db, scope, {
    catalog,
    serviceId: first.serviceId,
    fromDate: days[0] ?? '',
    toDate: days.at(-1) ?? '',
    durationMinutes: to.durationMinutes,
    now,
    except: bookings.map(({ id }) => id),
  });
  return dated.map(({ booking, on, day }) => {
    const start = toEpochMinuteOf(day, to.startMinute, zone);
    const resourceId = to.resourceId ?? booking.resourceId;
    const free = desk.freeAt(start).filter((one) => one.resourceId === resourceId);
    return { booking, on, wanted: desk.wanted(start, free) };
  });
}

async function moveAll(
  tx: Tx,
  scope: BusinessScope,
  { to, actor, whenTaken }: MoveSeriesInput,
  { bookings, now }: { bookings: Booking[]; now: Date },
): Promise<MovedSeries> {
  const moved: Booking[] = [];
  const missed: LocalDate[] = [];
  for (const { booking, on, wanted } of await planMove(tx, scope, { bookings, to, now })) {
    const bookingId = booking.id;
    const held = await holdMove(tx, scope, { ...wanted, bookingId, actor });
    if (!held.ok && held.reason !== 'slot-taken') throw new Error(`A locked booking: ${held.reason}`);
    if (!held.ok) {
      missed.push(on);
      continue;
    }
    const result = await confirmMove(tx, scope, { bookingId, actor, now });
    if (!result.ok) throw new Error(`A move held this very moment was not confirmed: ${result.reason}`);
    moved.push(result.value);
  }
  if (missed.length > 0 && (moved.length === 0 || whenTaken === 'move-nothing')) throw new NotAllFree(missed);
  await callWaiting(
    tx,
    scope,
    bookings.filter(({ id }) => moved.some((one) => one.id === id)),
  );
  return { moved, missed };
}
