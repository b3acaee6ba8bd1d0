import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import {
  findBookingByReference,
  listBookingEvents,
  listBookingsBetween,
  listBusy,
  listCustomerBookings,
} from '../queries';
import { fromEpochMinute } from '../../kernel/time-range';
import { localDayRange } from '../../scheduling/zone';
import type { Booking } from '../types';
import { bookOver } from './book-over';
import { cancelBooking } from './cancel-booking';
import { checkIn } from './check-in';
import { completeBooking } from './complete-booking';
import { confirmBooking } from './confirm-booking';
import { confirmMove } from './confirm-move';
import { expireHolds } from './expire-holds';
import { holdMove } from './hold-move';
import { holdSlot } from './hold-slot';
import { liftBlock } from './lift-block';
import { markNoShow } from './mark-no-show';
import { placeBlock } from './place-block';
import { releaseHold } from './release-hold';
import { releaseMove } from './release-move';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const later = new Date(now.getTime() + 11 * 60_000);
const customer = { kind: 'customer', id: 'c' } as const;
const staff = { kind: 'staff', id: 's' } as const;
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 24, hour, minute));

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const run = <T>(work: (tx: Tx) => Promise<T>) => transaction(db.database, work);

async function held(club: SampleClub, startsAt: Date): Promise<Booking> {
  const result = await run((tx) => holdSlot(tx, club.scope, club.wish({ startsAt, now })));
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function booked(club: SampleClub, startsAt: Date): Promise<Booking> {
  const { id: bookingId } = await held(club, startsAt);
  const result = await run((tx) => confirmBooking(tx, club.scope, { bookingId, actor: customer, now }));
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** What of one club ended by then; the sweep itself knows no businesses. */
const ended = async (club: SampleClub, when: Date) =>
  (await run((tx) => expireHolds(tx, { now: when, limit: 1_000 }))).filter(
    (each) => each.businessId === club.scope.businessId,
  );

const kinds = async (club: SampleClub, bookingId: string) =>
  (await listBookingEvents(db.database.prisma, club.scope, bookingId)).map((event) => event.kind);

const busy = (club: SampleClub, when = now) =>
  listBusy(db.database.prisma, club.scope, { resourceIds: club.courts, from: at(0), to: at(23), now: when });

test('repeating a hold with the same effect returns the same booking and writes nothing', async () => {
  const club = await makeSampleClub(db.database);
  const wish = club.wish({ startsAt: at(12), now });
  const first = await run((tx) => holdSlot(tx, club.scope, wish));
  const again = await run((tx) => holdSlot(tx, club.scope, wish));
  expect(again).toEqual(first);
  expect(await db.database.prisma.booking.count({ where: { businessId: club.scope.businessId } })).toBe(1);
});

test('confirming twice is one confirmation, and every change tells who, when, from and to', async () => {
  const club = await makeSampleClub(db.database);
  const booking = await booked(club, at(12));
  const again = await run((tx) =>
    confirmBooking(tx, club.scope, { bookingId: booking.id, actor: customer, now }),
  );
  expect(again).toEqual({ ok: true, value: booking });
  const events = await listBookingEvents(db.database.prisma, club.scope, booking.id);
  expect(events.map((event) => event.kind)).toEqual(['held', 'confirmed']);
  expect(events[1]).toMatchObject({
    at: now,
    actor: customer,
    from: { status: 'held' },
    to: { status: 'confirmed' },
  });
});

test('a hold that ran out is confirmed if its time is still free, swept away or not', async () => {
  const club = await makeSampleClub(db.database);
  const swept = await held(club, at(10));
  expect(await ended(club, later)).toMatchObject([
    { what: 'hold', booking: { id: swept.id, status: 'expired' } },
  ]);
  for (const booking of [swept, await held(club, at(12))]) {
    const input = { bookingId: booking.id, actor: customer, now: later };
    const result = await run((tx) => confirmBooking(tx, club.scope, input));
    expect(result).toMatchObject({ ok: true, value: { status: 'confirmed', reference: booking.reference } });
  }
  expect(await kinds(club, swept.id)).toEqual(['held', 'expired', 'confirmed']);
});

test('a hold that ran out never blocks, and whoever comes back too late hears that it is taken', async () => {
  const club = await makeSampleClub(db.database);
  const first = await held(club, at(12));
  const second = await run((tx) => holdSlot(tx, club.scope, club.wish({ startsAt: at(12, 30), now: later })));
  expect(second.ok).toBe(true);
  const late = await run((tx) =>
    confirmBooking(tx, club.scope, { bookingId: first.id, actor: customer, now: later }),
  );
  expect(late).toEqual({ ok: false, reason: 'slot-taken' });
  expect(await kinds(club, first.id)).toEqual(['held', 'expired']);
});

test('a cancelled booking frees its time, keeps its history and cannot be confirmed again', async () => {
  const club = await makeSampleClub(db.database);
  const booking = await booked(club, at(12));
  const input = { bookingId: booking.id, reason: 'Rain', actor: customer, now, changeNoticeMinutes: 120 };
  const cancelled = await run((tx) => cancelBooking(tx, club.scope, input));
  expect(cancelled).toMatchObject({ ok: true, value: { status: 'cancelled', version: booking.version + 1 } });
  expect(await run((tx) => cancelBooking(tx, club.scope, input))).toMatchObject({ reason: 'wrong-state' });
  const confirmed = await run((tx) => confirmBooking(tx, club.scope, { ...input }));
  expect(confirmed).toEqual({ ok: false, reason: 'wrong-state', status: 'cancelled' });
  expect(await busy(club)).toEqual([]);
  await booked(club, at(12));
  const events = await listBookingEvents(db.database.prisma, club.scope, booking.id);
  expect(events.at(-1)).toMatchObject({ kind: 'cancelled', reason: 'Rain', actor: customer });
});

test('a change from an out-of-date screen is refused', async () => {
  const club = await makeSampleClub(db.database);
  const booking = await booked(club, at(12));
  const stale = {
    bookingId: booking.id,
    reason: 'x',
    actor: staff,
    now,
    expectedVersion: booking.version - 1,
  };
  const refused = await run((tx) => cancelBooking(tx, club.scope, stale));
  expect(refused).toEqual({ ok: false, reason: 'changed-meanwhile', version: booking.version });
});

test('a booking moves by half its length, grows around itself and keeps its old time until confirmed', async () => {
  const club = await makeSampleClub(db.database);
  const booking = await booked(club, at(12));
  const move = (startsAt: Date, minutes: number) =>
    run((tx) =>
      holdMove(tx, club.scope, {
        ...club.wish({ startsAt, now, minutes }),
        bookingId: booking.id,
        actor: customer,
      }),
    );
  const confirm = () =>
    run((tx) => confirmMove(tx, club.scope, { bookingId: booking.id, actor: customer, now }));
  expect((await move(at(12, 30), 60)).ok).toBe(true);
  const between = await busy(club);
  expect(between).toHaveLength(2);
  expect((await run((tx) => holdSlot(tx, club.scope, club.wish({ startsAt: at(13), now })))).ok).toBe(false);
  expect(await confirm()).toMatchObject({ ok: true, value: { startsAt: at(12, 30), endsAt: at(13, 30) } });
  expect(await confirm()).toMatchObject({ ok: true, value: { startsAt: at(12, 30) } });
  expect((await move(at(12), 120)).ok).toBe(true);
  expect(await confirm()).toMatchObject({ ok: true, value: { startsAt: at(12), endsAt: at(14) } });
  expect(await busy(club)).toHaveLength(1);
  expect(await kinds(club, booking.id)).toEqual(['held', 'confirmed', 'held', 'moved', 'held', 'moved']);
});

test('a move given up, refused or run out leaves the booking as it was', async () => {
  const club = await makeSampleClub(db.database);
  const booking = await booked(club, at(12));
  await booked(club, at(14));
  const bookingId = booking.id;
  const move = (startsAt: Date) =>
    run((tx) => holdMove(tx, club.scope, { ...club.wish({ startsAt, now }), bookingId, actor: customer }));
  expect(await move(at(14))).toEqual({ ok: false, reason: 'slot-taken' });
  expect((await move(at(16))).ok).toBe(true);
  await run((tx) => releaseMove(tx, club.scope, { bookingId, actor: customer, now }));
  const confirmed = await run((tx) => confirmMove(tx, club.scope, { bookingId, actor: customer, now }));
  expect(confirmed).toEqual({ ok: false, reason: 'no-move' });
  expect((await move(at(18))).ok).toBe(true);
  expect(await ended(club, later)).toMatchObject([
    { what: 'move', booking: { id: bookingId, status: 'confirmed' } },
  ]);
  expect(await busy(club)).toHaveLength(2);
});

test('a move that ran out is refused once somebody else has the time', async () => {
  const club = await makeSampleClub(db.database);
  const { id: bookingId } = await booked(club, at(12));
  const wanted = { ...club.wish({ startsAt: at(16), now }), bookingId, actor: customer };
  expect((await run((tx) => holdMove(tx, club.scope, wanted))).ok).toBe(true);
  expect((await run((tx) => holdSlot(tx, club.scope, club.wish({ startsAt: at(16), now: later })))).ok).toBe(
    true,
  );
  const result = await run((tx) => confirmMove(tx, club.scope, { bookingId, actor: customer, now: later }));
  expect(result).toEqual({ ok: false, reason: 'slot-taken' });
  expect(
    await run((tx) => cancelBooking(tx, club.scope, { bookingId, reason: '', actor: staff, now })),
  ).toMatchObject({
    ok: true,
  });
});

test('changing the mind at the review replaces the hold, also by one that overlaps it', async () => {
  const club = await makeSampleClub(db.database);
  const first = await held(club, at(12));
  const wish = { ...club.wish({ startsAt: at(12), now, minutes: 120 }), replaces: first.id };
  const second = await run((tx) => holdSlot(tx, club.scope, wish));
  expect(second).toMatchObject({ ok: true, value: { status: 'held', endsAt: at(14) } });
  expect(await run((tx) => holdSlot(tx, club.scope, wish))).toEqual(second);
  expect(await busy(club)).toHaveLength(1);
  expect(await kinds(club, first.id)).toEqual(['held', 'expired']);
});

test('a hold given up is free at once, and giving it up twice is no mistake', async () => {
  const club = await makeSampleClub(db.database);
  const { id: bookingId } = await held(club, at(12));
  const release = () => run((tx) => releaseHold(tx, club.scope, { bookingId, actor: customer, now }));
  expect(await release()).toMatchObject({ ok: true, value: { status: 'expired' } });
  expect(await release()).toMatchObject({ ok: true, value: { status: 'expired' } });
  expect(await busy(club)).toEqual([]);
});

test('check-in, completion and no-show follow one another as at a desk', async () => {
  const club = await makeSampleClub(db.database);
  const { id: bookingId } = await booked(club, at(12));
  const input = { bookingId, actor: staff, now };
  expect(await run((tx) => markNoShow(tx, club.scope, input))).toMatchObject({
    value: { status: 'no-show' },
  });
  expect(await run((tx) => checkIn(tx, club.scope, input))).toMatchObject({
    value: { status: 'checked-in' },
  });
  expect(await run((tx) => markNoShow(tx, club.scope, input))).toMatchObject({ reason: 'wrong-state' });
  expect(await run((tx) => completeBooking(tx, club.scope, input))).toMatchObject({
    value: { status: 'completed' },
  });
  expect(await busy(club)).toHaveLength(1);
});

test('P04 a block over bookings is refused with their names and never pushes them out', async () => {
  const club = await makeSampleClub(db.database, { capacity: 2 });
  const booking = await booked(club, at(12));
  const [resourceId] = club.courts;
  if (!resourceId) throw new Error('The club has a court.');
  const block = {
    resourceId,
    kind: 'block',
    startsAt: at(10),
    endsAt: at(13),
    reason: 'Floor',
    actor: staff,
    now,
  } as const;
  const refused = await run((tx) => placeBlock(tx, club.scope, block));
  expect(refused).toMatchObject({
    reason: 'overlap',
    bookings: [{ reference: booking.reference }],
    blocks: [],
  });
  const placed = await run((tx) => placeBlock(tx, club.scope, { ...block, endsAt: at(12) }));
  if (!placed.ok) throw new Error(placed.reason);
  expect(placed.value.ids).toHaveLength(2);
  expect((await run((tx) => holdSlot(tx, club.scope, club.wish({ startsAt: at(11), now })))).ok).toBe(false);
  const lift = () =>
    run((tx) => liftBlock(tx, club.scope, { ...placed.value, actor: staff, now, reason: 'Done' }));
  expect(await lift()).toBe(2);
  expect(await lift()).toBe(0);
});

test('P04 staff book over another booking only knowingly: with a reason, marked and audited', async () => {
  const club = await makeSampleClub(db.database);
  const below = await booked(club, at(12));
  const { candidates, ...wish } = club.wish({ startsAt: at(12), now });
  const [candidate] = candidates;
  if (!candidate) throw new Error('The club has a court.');
  const input = { ...wish, candidate, actor: staff, reason: 'Coach agreed to share' };
  await expect(run((tx) => bookOver(tx, club.scope, { ...input, actor: customer }))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(run((tx) => bookOver(tx, club.scope, { ...input, reason: ' ' }))).rejects.toMatchObject({
    code: 'invalid',
  });
  const over = await run((tx) => bookOver(tx, club.scope, input));
  expect(over.status).toBe('confirmed');
  const occupancy = await db.database.prisma.occupancy.findFirstOrThrow({ where: { bookingId: over.id } });
  expect(occupancy).toMatchObject({ kind: 'override', reason: input.reason });
  const audit = await db.database.prisma.auditEntry.findFirstOrThrow({ where: { action: 'book-over' } });
  expect(audit.subject).toMatchObject({ overlaps: [below.reference] });
});

test('ids of another business are not found, and never taken', async () => {
  const mine = await makeSampleClub(db.database);
  const other = await makeSampleClub(db.database);
  const theirs = await booked(other, at(12));
  const input = { bookingId: theirs.id, actor: customer, now, reason: 'x' };
  const notFound = { ok: false, reason: 'not-found' };
  expect(await run((tx) => confirmBooking(tx, mine.scope, input))).toEqual(notFound);
  expect(await run((tx) => cancelBooking(tx, mine.scope, input))).toEqual(notFound);
  expect(await run((tx) => confirmMove(tx, mine.scope, input))).toEqual(notFound);
  const foreign = {
    ...mine.wish({ startsAt: at(15), now }),
    candidates: other.wish({ startsAt: at(15), now }).candidates,
  };
  await expect(run((tx) => holdSlot(tx, mine.scope, foreign))).rejects.toThrow();
  const borrowed = { ...mine.wish({ startsAt: at(15), now }), customerId: other.customerId };
  await expect(run((tx) => holdSlot(tx, mine.scope, borrowed))).rejects.toThrow();
  expect(await findBookingByReference(db.database.prisma, mine.scope, theirs.reference)).toBeNull();
});

test('a customer sees what is to come and what was, soonest first, but no hold that came to nothing', async () => {
  const club = await makeSampleClub(db.database);
  const first = await booked(club, at(14));
  const second = await booked(club, at(12));
  await held(club, at(16));
  const own = { customerId: club.customerId, now: later };
  const listed = await listCustomerBookings(db.database.prisma, club.scope, own);
  expect(listed.map((each) => each.id)).toEqual([second.id, first.id]);
  const after = await listCustomerBookings(db.database.prisma, club.scope, { ...own, now: at(13) });
  expect(after.map((each) => each.id)).toEqual([second.id, first.id]);
});

test('P20 buffers of a booking are taken as well, at the moment of booking', async () => {
  const club = await makeSampleClub(db.database, { buffers: { before: 15, after: 15 } });
  await booked(club, at(12));
  for (const [hour, minute, free] of [
    [13, 15, false],
    [13, 30, true],
    [10, 45, false],
    [10, 30, true],
  ] as const) {
    const result = await run((tx) =>
      holdSlot(tx, club.scope, club.wish({ startsAt: at(hour, minute), now })),
    );
    expect(result.ok).toBe(free);
  }
});

test('P17 a booking from 23:00 to 01:00 is on both days, and one at midnight only on its own', async () => {
  const club = await makeSampleClub(db.database);
  const late = club.wish({ startsAt: new Date('2026-11-24T17:30:00Z'), now, minutes: 120 });
  const night = await run((tx) => holdSlot(tx, club.scope, late));
  const midnight = await held(club, new Date('2026-11-25T18:30:00Z'));
  if (!night.ok) throw new Error(night.reason);
  const on = async (date: string) => {
    const { start, end } = localDayRange(date, 'Asia/Kolkata');
    const span = { from: fromEpochMinute(start), to: fromEpochMinute(end), now };
    return (await listBookingsBetween(db.database.prisma, club.scope, span)).map((each) => each.id);
  };
  expect(await on('2026-11-24')).toEqual([night.value.id]);
  expect(await on('2026-11-25')).toEqual([night.value.id]);
  expect(await on('2026-11-26')).toEqual([midnight.id]);
});
