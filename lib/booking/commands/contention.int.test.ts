import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../db/transaction';
import type { BookingId } from '../../kernel/ids';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import type { Booking, HoldSlotInput } from '../types';
import { confirmBooking } from './confirm-booking';
import { confirmMove } from './confirm-move';
import { expireHolds } from './expire-holds';
import { holdMove } from './hold-move';
import { holdSlot } from './hold-slot';

let test50: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const at = (hour: number, day = 24): Date => new Date(Date.UTC(2026, 10, day, hour));
const customer = { kind: 'customer' } as const;

beforeAll(async () => {
  test50 = await createTestDatabase(55);
});
afterAll(() => test50.drop());

const hold = (club: SampleClub, input: HoldSlotInput) =>
  transaction(test50.database, (tx) => holdSlot(tx, club.scope, input));
const confirm = (club: SampleClub, bookingId: string) =>
  transaction(test50.database, (tx) => confirmBooking(tx, club.scope, { bookingId, actor: customer, now }));

async function book(club: SampleClub, input: HoldSlotInput): Promise<Booking> {
  const held = await hold(club, input);
  if (!held.ok) throw new Error(held.reason);
  const confirmed = await confirm(club, held.value.id);
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return confirmed.value;
}

const activeRows = (club: SampleClub) =>
  test50.database.prisma.occupancy.count({ where: { businessId: club.scope.businessId, active: true } });

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

test('P01 fifty customers at once on one slot: one gets it, 49 hear "just taken", one row', async () => {
  const club = await makeSampleClub(test50.database);
  const outcomes = await Promise.all(times(50).map(() => hold(club, club.wish({ startsAt: at(12), now }))));
  expect(outcomes.filter((each) => each.ok)).toHaveLength(1);
  expect(outcomes.filter((each) => !each.ok)).toEqual(
    times(49).map(() => ({ ok: false, reason: 'slot-taken' })),
  );
  expect(await activeRows(club)).toBe(1);
  expect(await test50.database.prisma.booking.count({ where: { businessId: club.scope.businessId } })).toBe(
    1,
  );
});

test('P01 fifty customers confirm at once after the same stale hold: one gets it', async () => {
  const club = await makeSampleClub(test50.database);
  const lapsed = await hold(club, { ...club.wish({ startsAt: at(12), now }), holdUntil: now });
  expect(lapsed.ok).toBe(true);
  const later = new Date(now.getTime() + 1);
  const outcomes = await Promise.all(
    times(50).map(() => hold(club, club.wish({ startsAt: at(12), now: later }))),
  );
  expect(outcomes.filter((each) => each.ok)).toHaveLength(1);
  expect(await activeRows(club)).toBe(1);
});

test('P02 two overlapping holds never both win, whichever overlaps which way', async () => {
  const club = await makeSampleClub(test50.database);
  for (const round of times(10)) {
    const startsAt = at(12, 1 + round);
    const half = new Date(startsAt.getTime() + 30 * 60_000);
    const outcomes = await Promise.all([
      hold(club, club.wish({ startsAt, now })),
      hold(club, club.wish({ startsAt: half, now })),
    ]);
    expect(outcomes.filter((each) => each.ok)).toHaveLength(1);
  }
});

test('P03 four free courts and nine bookers at once: four succeed on four courts', async () => {
  const club = await makeSampleClub(test50.database, { courts: 4 });
  const outcomes = await Promise.all(times(9).map(() => hold(club, club.wish({ startsAt: at(12), now }))));
  const won = outcomes.flatMap((each) => (each.ok ? [each.value.resourceId] : []));
  expect(won).toHaveLength(4);
  expect(new Set(won).size).toBe(4);
});

test('P03 capacity above one is used unit by unit and never beyond', async () => {
  const club = await makeSampleClub(test50.database, { capacity: 3 });
  const outcomes = await Promise.all(times(8).map(() => hold(club, club.wish({ startsAt: at(12), now }))));
  expect(outcomes.flatMap((each) => (each.ok ? [each.value.unit] : [])).sort()).toEqual([1, 2, 3]);
});

test('crossing reschedules neither deadlock nor lose a booking', { timeout: 120_000 }, async () => {
  const club = await makeSampleClub(test50.database);
  let moves = 0;
  for (const round of times(30)) {
    const day = new Date(Date.UTC(2027, 0, 1 + round, 6));
    const plus = (minutes: number) => new Date(day.getTime() + minutes * 60_000);
    const a = await book(club, club.wish({ startsAt: plus(0), now }));
    const b = await book(club, club.wish({ startsAt: plus(60), now }));
    // Odd rounds: each wants exactly the other's time. Even rounds: both also want a free half hour between others.
    const [toA, toB] = round % 2 ? [plus(60), plus(0)] : [plus(30), plus(90)];
    const move = (bookingId: BookingId, startsAt: Date) =>
      transaction(test50.database, async (tx) => {
        const wanted = club.wish({ startsAt, now });
        const held = await holdMove(tx, club.scope, { ...wanted, bookingId, actor: customer });
        return held.ok ? confirmMove(tx, club.scope, { bookingId, actor: customer, now }) : held;
      });
    const outcomes = await Promise.all([move(a.id, toA), move(b.id, toB)]);
    moves += outcomes.filter((each) => each.ok).length;
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe('slot-taken');
    const standing = await test50.database.prisma.booking.findMany({ where: { id: { in: [a.id, b.id] } } });
    expect(standing.map((each) => each.status)).toEqual(['confirmed', 'confirmed']);
    const rows = await test50.database.prisma.occupancy.count({
      where: { businessId: club.scope.businessId, active: true, bookingId: { in: [a.id, b.id] } },
    });
    expect(rows).toBe(2);
  }
  expect(moves).toBeGreaterThan(0);
});

test('crossing changes of holds neither deadlock nor lose both', { timeout: 60_000 }, async () => {
  const club = await makeSampleClub(test50.database);
  for (const round of times(20)) {
    const startsAt = new Date(Date.UTC(2027, 2, 1 + round, 6));
    const other = new Date(Date.UTC(2027, 2, 1 + round, 7));
    const a = await hold(club, club.wish({ startsAt, now }));
    const b = await hold(club, club.wish({ startsAt: other, now }));
    if (!a.ok || !b.ok) throw new Error('Both were free.');
    await Promise.all([
      hold(club, { ...club.wish({ startsAt: other, now }), replaces: a.value.id }),
      hold(club, { ...club.wish({ startsAt, now }), replaces: b.value.id }),
    ]);
    const held = await test50.database.prisma.booking.count({
      where: { businessId: club.scope.businessId, status: 'held', startsAt: { in: [startsAt, other] } },
    });
    expect(held).toBe(2);
  }
});

test('confirming and expiring the same hold at once ends in exactly one of the two', async () => {
  const club = await makeSampleClub(test50.database);
  for (const round of times(15)) {
    const wish = club.wish({ startsAt: new Date(Date.UTC(2027, 4, 1 + round, 6)), now });
    const held = await hold(club, { ...wish, holdUntil: now });
    if (!held.ok) throw new Error(held.reason);
    const [confirmed] = await Promise.all([
      confirm(club, held.value.id),
      transaction(test50.database, (tx) => expireHolds(tx, { now, limit: 100 })),
    ]);
    expect(confirmed.ok).toBe(true);
    const row = await test50.database.prisma.booking.findFirstOrThrow({ where: { id: held.value.id } });
    expect(row.status).toBe('confirmed');
    const rows = await test50.database.prisma.occupancy.findMany({
      where: { bookingId: held.value.id, active: true },
    });
    expect(rows.map((each) => each.kind)).toEqual(['booking']);
  }
});
