import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdMove } from '../booking/commands/hold-move';
import { holdSlot } from '../booking/commands/hold-slot';
import { placeBlock } from '../booking/commands/place-block';
import { calendarSchema } from '../booking/schema';
import type { Booking, HoldSlotInput } from '../booking/types';
import { addClosures } from '../catalog/commands/add-closures';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { transaction } from '../db/transaction';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { loadCalendar } from './load-calendar';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const actor = { kind: 'staff', id: 'x' } as const;
/** An hour of 24 November in the club's zone. */
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour - 6, 30));

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

async function openClub(options: Parameters<typeof makeSampleClub>[1] = {}): Promise<SampleClub> {
  const club = await makeSampleClub(db.database, options);
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

async function hold(club: SampleClub, wish: HoldSlotInput): Promise<Booking> {
  const held = await transaction(db.database, (tx) => holdSlot(tx, club.scope, wish));
  if (!held.ok) throw new Error(held.reason);
  return held.value;
}

async function book(club: SampleClub, wish: HoldSlotInput): Promise<Booking> {
  const { id: bookingId } = await hold(club, wish);
  const done = await transaction(db.database, (tx) =>
    confirmBooking(tx, club.scope, { bookingId, actor, now }),
  );
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

const load = async (club: SampleClub, wish: Partial<Parameters<typeof loadCalendar>[2]> = {}) =>
  calendarSchema.parse(
    await loadCalendar(db.database.prisma, club.scope, {
      fromDate: '2026-11-24',
      toDate: '2026-11-24',
      resourceId: null,
      now,
      ...wish,
    }),
  );

test('twelve courts, a month and any number of bookings take a handful of statements', async () => {
  const club = await openClub({ courts: 12 });
  await book(club, club.wish({ startsAt: at(8), now }));
  const client = await db.database.pool.connect();
  const spy = vi.spyOn(Object.getPrototypeOf(client) as typeof client, 'query');
  client.release();
  try {
    const view = await load(club, { toDate: '2026-12-23' });
    expect(view.days).toHaveLength(30);
    expect(view.days[0]?.resources).toHaveLength(12);
    expect(spy.mock.calls.length).toBeLessThanOrEqual(5);
  } finally {
    spy.mockRestore();
  }
});

test('a day shows hours, closures, bookings, live holds, moves under way and blocks', async () => {
  const club = await openClub({ courts: 2 });
  const [first = '', second = ''] = club.courts;
  const reason = { en: 'Festival', ta: 'விழா' };
  const closure = { startsOn: '2026-11-24', endsOn: '2026-11-24', yearly: false, reason };
  await transaction(db.database, (tx) =>
    addClosures(tx, club.scope, [{ ...closure, resourceId: second, fromMinute: 600, toMinute: 660 }], now),
  );
  const standing = await book(club, club.wish({ startsAt: at(8), now, courts: club.courts.slice(0, 1) }));
  const called = await book(club, club.wish({ startsAt: at(9), now, courts: club.courts.slice(0, 1) }));
  const held = await hold(club, club.wish({ startsAt: at(12), now, courts: club.courts.slice(0, 1) }));
  await hold(club, club.wish({ startsAt: at(13), now: new Date(now.getTime() - 3_600_000) }));
  await transaction(db.database, async (tx) => {
    await cancelBooking(tx, club.scope, { bookingId: called.id, reason: 'rain', actor, now });
    const wish = club.wish({ startsAt: at(15), now, courts: club.courts.slice(1) });
    await holdMove(tx, club.scope, { ...wish, bookingId: standing.id, actor });
    const block = { kind: 'block', startsAt: at(18), endsAt: at(20), reason: 'net repair' } as const;
    await placeBlock(tx, club.scope, { ...block, resourceId: club.courts[0] ?? held.resourceId, actor, now });
  });

  const view = await load(club);
  expect(view.bookings.map(({ id, status }) => ({ id, status }))).toEqual([
    { id: standing.id, status: 'confirmed' },
    { id: called.id, status: 'cancelled' },
    { id: held.id, status: 'held' },
  ]);
  expect(view.bookings[0]).toMatchObject({ customerName: 'Sample', phone: null, over: false });
  expect(view.blocks).toMatchObject([
    { kind: 'moving', resourceId: second, bookingId: standing.id },
    { kind: 'block', resourceId: first, reason: 'net repair', bookingId: null },
  ]);
  expect(view.days[0]?.resources).toEqual([
    { resourceId: first, open: [{ from: 360, to: 1320 }], closed: [] },
    {
      resourceId: second,
      open: [
        { from: 360, to: 600 },
        { from: 660, to: 1320 },
      ],
      closed: [{ from: 600, to: 660, reason }],
    },
  ]);
});

test('P17 a booking over midnight is on both days', async () => {
  const club = await openClub();
  const late = await book(club, club.wish({ startsAt: at(23), now, minutes: 120 }));
  for (const date of ['2026-11-24', '2026-11-25'])
    expect((await load(club, { fromDate: date, toDate: date })).bookings.map((one) => one.id)).toEqual([
      late.id,
    ]);
  expect((await load(club, { fromDate: '2026-11-26', toDate: '2026-11-26' })).bookings).toEqual([]);
});

test('one doctor’s calendar holds nothing of another, and an archived court keeps its bookings and its name', async () => {
  const club = await openClub({ courts: 2 });
  const [first, second] = club.courts;
  await book(club, club.wish({ startsAt: at(8), now, courts: club.courts.slice(0, 1) }));
  const own = await book(club, club.wish({ startsAt: at(8), now, courts: club.courts.slice(1) }));
  const narrowed = await load(club, { resourceId: second ?? null });
  expect(narrowed.bookings.map((one) => one.id)).toEqual([own.id]);
  expect(narrowed.resources.map((one) => one.id)).toEqual([second]);

  await db.database.prisma.resource.updateMany({
    where: { businessId: club.scope.businessId, id: first ?? '' },
    data: { archivedAt: now },
  });
  const after = await load(club);
  expect(after.resources.map(({ id, archived }) => ({ id, archived }))).toEqual([
    { id: second, archived: false },
    { id: first, archived: true },
  ]);
});
