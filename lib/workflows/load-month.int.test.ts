import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import { placeBlock } from '../booking/commands/place-block';
import { dayLoads } from '../booking/commands/sql/day-loads';
import { addClosures } from '../catalog/commands/add-closures';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { Prisma } from '../db/generated/client';
import { transaction } from '../db/transaction';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { loadMonth } from './load-month';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const actor = { kind: 'staff', id: 'x' } as const;
const week = { fromDate: '2026-11-23', toDate: '2026-11-29', resourceId: null, serviceId: null, now };
/** An hour of a day of November in the club's zone. */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour - 6, 30));

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** Open from 06:00 to 22:00 every day: 960 minutes. */
async function openClub(options: Parameters<typeof makeSampleClub>[1] = {}): Promise<SampleClub> {
  const club = await makeSampleClub(db.database, options);
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, days));
  return club;
}

const book = (club: SampleClub, startsAt: Date, court = 0, minutes = 60) =>
  transaction(db.database, async (tx) => {
    const wish = club.wish({ startsAt, now, minutes, courts: club.courts.slice(court, court + 1) });
    const held = await holdSlot(tx, club.scope, wish);
    if (!held.ok) throw new Error(held.reason);
    const { id: bookingId } = held.value;
    await confirmBooking(tx, club.scope, { bookingId, actor, now });
    return bookingId;
  });

const month = async (club: SampleClub, wish: Partial<typeof week> | { resourceId: string } = {}) =>
  (await loadMonth(db.database.prisma, club.scope, { ...week, ...wish })).days;

test('each day has its bookings and its share of open time; what was cancelled or has run out counts nothing', async () => {
  const club = await openClub({ courts: 2 });
  await book(club, at(24, 8));
  await book(club, at(24, 8), 1);
  const called = await book(club, at(24, 12));
  await transaction(db.database, async (tx) => {
    await cancelBooking(tx, club.scope, { bookingId: called, reason: 'rain', actor, now });
    const past = new Date(now.getTime() - 3_600_000);
    await holdSlot(tx, club.scope, club.wish({ startsAt: at(24, 15), now: past }));
  });
  const days = await month(club);
  expect(days).toHaveLength(7);
  expect(days[0]).toEqual({ date: '2026-11-23', count: 0, bookedMinutes: 0, openMinutes: 1920, closed: [] });
  expect(days[1]).toMatchObject({ count: 2, bookedMinutes: 120, openMinutes: 1920 });
  const narrowed = await month(club, { resourceId: club.courts[1] ?? '' });
  expect(narrowed[1]).toMatchObject({ count: 1, bookedMinutes: 60, openMinutes: 960 });
});

test('P17 a booking over midnight begins on one day and takes minutes of both', async () => {
  const club = await openClub();
  await book(club, at(24, 23), 0, 120);
  const days = await month(club);
  expect(days.slice(1, 3)).toMatchObject([
    { count: 1, bookedMinutes: 60 },
    { count: 0, bookedMinutes: 60 },
  ]);
});

test('holidays, leave and blocks take open time away and are named', async () => {
  const club = await openClub({ courts: 2 });
  const [first, second = ''] = club.courts;
  const pongal = { en: 'Pongal', ta: 'பொங்கல்' };
  const leave = { en: 'Leave', ta: 'விடுப்பு' };
  const on = (startsOn: string) => ({ startsOn, endsOn: startsOn, yearly: false });
  await transaction(db.database, async (tx) => {
    await addClosures(
      tx,
      club.scope,
      [
        { resourceId: null, ...on('2026-11-25'), reason: pongal },
        { resourceId: second, ...on('2026-11-26'), reason: leave },
      ],
      now,
    );
    if (!first) throw new Error('no court');
    const block = { kind: 'block', startsAt: at(27, 21), endsAt: at(27, 23), reason: 'net' } as const;
    await placeBlock(tx, club.scope, { ...block, resourceId: first, actor, now });
  });
  const days = await month(club);
  expect(days[2]).toMatchObject({ openMinutes: 0, closed: [{ resourceId: null, reason: pongal }] });
  expect(days[3]).toMatchObject({ openMinutes: 960, closed: [{ resourceId: second, reason: leave }] });
  // Of the two blocked hours one lies within the open ones.
  expect(days[4]).toMatchObject({ openMinutes: 1860, closed: [] });
});

test('a service is measured against the time of those who offer it', async () => {
  const club = await openClub({ courts: 2 });
  await book(club, at(24, 8));
  expect((await month(club, { serviceId: club.serviceId } as never))[1]).toMatchObject({ count: 1 });
  await db.database.prisma.offering.deleteMany({
    where: { businessId: club.scope.businessId, resourceId: club.courts[1] ?? '' },
  });
  const [, day] = await month(club, { serviceId: club.serviceId } as never);
  expect(day).toMatchObject({ bookedMinutes: 60, openMinutes: 960 });
});

test('among a history of thousands a month is read from the index over business and start', async () => {
  const club = await openClub();
  await book(club, at(24, 8));
  const { prisma } = db.database;
  await prisma.$executeRaw`
    INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, status, starts_at, ends_at,
      price_paise, price_lines, source, effect_id, created_at, updated_at)
    SELECT business_id, gen_random_uuid(), lpad(n::text, 6, '0'), service_id, resource_id, unit, status,
      starts_at - n * interval '1 hour', ends_at - n * interval '1 hour', price_paise, price_lines, source,
      'old:' || n, created_at, updated_at
    FROM booking CROSS JOIN generate_series(1, 20000) n WHERE business_id = ${club.scope.businessId}::uuid`;
  await prisma.$executeRaw`ANALYZE booking`;
  const none = { resourceId: null, serviceId: null };
  const span = { from: at(23, 6), to: at(30, 6), now, zone: 'Asia/Kolkata', ...none };
  const plan = await prisma.$queryRaw<{ 'QUERY PLAN': string }[]>(
    Prisma.sql`EXPLAIN ${dayLoads(club.scope, span)}`,
  );
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toMatch(/booking_business_id_starts_at/);
  expect(text).not.toMatch(/Seq Scan on booking/);
});
