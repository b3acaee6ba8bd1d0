import { confirmBooking } from '../booking/commands/confirm-booking';
import { createSeries } from '../booking/commands/create-series';
import { holdSlot } from '../booking/commands/hold-slot';
import { findBookingByEffect, findSeriesByEffect, listSeriesBookings } from '../booking/queries';
import type { SeriesRule } from '../booking/schema';
import type { Actor, Booking, WantedTime } from '../booking/types';
import { isUniqueViolation } from '../db/constraint-errors';
import type { Db, Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import type { AttendeeId, BookingId, CustomerId, SeriesId, ServiceId } from '../kernel/ids';
import { fail, ok, type Result } from '../kernel/result';
import type { LocalDate } from '../scheduling/types';
import { toEpochMinuteOf } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { expireStaleHolds } from './expire-stale-holds';
import type { DeskAvailability } from './desk-availability';
import { lookAtSeries, type SeriesLook } from './plan-series';
import type { World } from './types';

export type BookSeriesInput = {
  rule: SeriesRule;
  /** The dates to book, each on the series' own place (null) or on another one, and where it is given at another time. */
  dates: readonly SeriesChoice[];
  customerId: CustomerId | null;
  attendeeId: AttendeeId | null;
  attendeeName: string | null;
  /** What to do when a date is not free any more: book nothing, or all the others. */
  whenTaken: 'book-nothing' | 'book-the-rest';
  /** Repeating the call with the same effect id returns the same series. */
  effectId: string;
  actor: Actor;
};

export type SeriesChoice = { on: LocalDate; resourceId: string | null; startMinute?: number };

export type BookedSeries = { seriesId: SeriesId; bookings: Booking[]; missed: LocalDate[] };

/** What a caller adds to the transaction: whom it is for, found or made first, and what is done of it afterwards. */
export type SeriesHooks = {
  who?: (tx: Tx) => Promise<Pick<BookSeriesInput, 'customerId' | 'attendeeId' | 'attendeeName'>>;
  also?: (tx: Tx, booked: BookedSeries) => Promise<void>;
};

/** These dates are not free (any more); nothing was booked. */
export type DatesTaken = { reason: 'dates-taken'; dates: LocalDate[] };

/** Thrown to take everything back. Never leaves this file. */
class NotAllFree extends Error {
  constructor(readonly dates: LocalDate[]) {
    super('Not all dates are free.');
  }
}

/**
 * Books the chosen dates of a series in one transaction, each an ordinary confirmed booking at the price of its date.
 * A date that was taken since it was planned is missed: then nothing at all is booked, or all the others, as the
 * caller asked. `within` happens in the same transaction, once. Fails with `dates-taken`. Throws `invalid` for dates that are not the rule's, `not-found` for a
 * service that is not offered.
 */
export async function bookSeries(
  world: World,
  scope: BusinessScope,
  input: BookSeriesInput,
  within: SeriesHooks = {},
): Promise<Result<BookedSeries, DatesTaken>> {
  if (input.dates.length === 0) throw new AppError('invalid', 'Choose at least one date.');
  const { prisma } = world.database;
  const earlier = await findMade(prisma, scope, input);
  if (earlier) return ok(earlier);
  // While one transaction takes many times it must not wait for other bookings' locks: holds that have run out are
  // swept before, so that none stands in the way.
  await expireStaleHolds(world);
  try {
    return ok(
      await transaction(world.database, async (tx) => {
        const who = await within.who?.(tx);
        const booked = await bookDates(tx, scope, { ...input, ...who }, world.clock.now());
        await within.also?.(tx, booked);
        return booked;
      }),
    );
  } catch (error) {
    if (!(error instanceof NotAllFree) && !isUniqueViolation(error)) throw error;
    // The same call, sent twice at the same moment, finds its own dates taken.
    const twin = await findMade(prisma, scope, input);
    if (twin) return ok(twin);
    if (error instanceof NotAllFree) return fail({ reason: 'dates-taken', dates: error.dates });
    throw error;
  }
}

async function bookDates(
  tx: Tx,
  scope: BusinessScope,
  input: BookSeriesInput,
  now: Date,
): Promise<BookedSeries> {
  const { desk, looks } = await lookAtSeries(tx, scope, input.rule, now);
  const known = new Set(looks.map(({ on }) => on));
  if (input.dates.some(({ on }) => !known.has(on))) {
    throw new AppError('invalid', 'A date is not one of the series.');
  }
  const chosen = new Map(input.dates.map((date) => [date.on, date]));
  const bookingIds: BookingId[] = [];
  const missed: LocalDate[] = [];
  // In order of time, as everybody who takes several times does: two series never wait for each other in a ring.
  for (const look of looks) {
    const { on } = look;
    const choice = chosen.get(on);
    if (choice === undefined) continue;
    const wanted = wantedOf(desk, look, choice, input.rule);
    const booked = await bookOne(tx, scope, { ...input, wanted, effectId: effectOf(input, on) });
    if (booked) bookingIds.push(booked);
    else missed.push(on);
  }
  if (bookingIds.length === 0 || (missed.length > 0 && input.whenTaken === 'book-nothing')) {
    throw new NotAllFree(missed);
  }
  const { rule, effectId } = input;
  const lastOn = looks.at(-1)?.on ?? rule.firstOn;
  const seriesId = await createSeries(tx, scope, { rule, lastOn, bookingIds, effectId, now });
  return { seriesId, bookings: await listSeriesBookings(tx, scope, seriesId), missed };
}

/** A date as the caller chose it: where the series itself would be, elsewhere, or at another time. */
function wantedOf(
  desk: DeskAvailability,
  look: SeriesLook,
  { on, resourceId, startMinute }: SeriesChoice,
  rule: SeriesRule,
): WantedTime {
  if (startMinute === undefined && resourceId === null)
    return desk.wanted(look.start, look.own ? [look.own] : []);
  const start =
    startMinute === undefined ? look.start : toEpochMinuteOf(on, startMinute, desk.catalog.business.zone);
  const place = resourceId ?? rule.resourceId;
  const free = desk.freeAt(start);
  return desk.wanted(start, place === null ? free : free.filter((one) => one.resourceId === place));
}

const effectOf = (input: BookSeriesInput, on: LocalDate): string => `${input.effectId}:${on}`;

async function bookOne(
  tx: Tx,
  scope: BusinessScope,
  input: BookSeriesInput & { wanted: WantedTime },
): Promise<BookingId | null> {
  const { rule, wanted, customerId, attendeeId, attendeeName, effectId, actor } = input;
  const held = await holdSlot(tx, scope, {
    ...wanted,
    // The rule's id was just found in the catalogue.
    serviceId: rule.serviceId as ServiceId,
    customerId,
    attendeeId,
    attendeeName,
    source: 'staff',
    effectId,
    actor,
  });
  if (!held.ok) return null;
  const { id: bookingId } = held.value;
  const confirmed = await confirmBooking(tx, scope, { bookingId, actor, now: wanted.now });
  if (!confirmed.ok) throw new Error(`A hold of this very moment was not confirmed: ${confirmed.reason}`);
  return bookingId;
}

/** What an earlier call with this effect id booked; null when there was none. */
async function findMade(db: Db, scope: BusinessScope, input: BookSeriesInput): Promise<BookedSeries | null> {
  const seriesId = await findSeriesByEffect(db, scope, input.effectId);
  if (!seriesId) return null;
  const missed: LocalDate[] = [];
  for (const { on } of input.dates) {
    if (!(await findBookingByEffect(db, scope, effectOf(input, on)))) missed.push(on);
  }
  return { seriesId, bookings: await listSeriesBookings(db, scope, seriesId), missed };
}
