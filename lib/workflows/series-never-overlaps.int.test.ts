import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { transaction } from '../db/transaction';
import { fromEpochMinute } from '../kernel/time-range';
import { addDays, toEpochMinuteOf } from '../scheduling/zone';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { bookSeries } from './book-series';
import { cancelSeries, moveSeries } from './change-series';
import type { World } from './types';

let db: TestDatabase;
let world: World;
const now = new Date('2026-11-23T04:00:00Z');
const actor = { kind: 'staff', id: 'desk' } as const;

beforeAll(async () => {
  db = await createTestDatabase(20);
  world = bareWorld(db.database, () => now);
});
afterAll(() => db.drop());

// Two courts, two weekdays and three hours of half-hour starts, so that most steps meet something.
const day = fc.integer({ min: 0, max: 1 });
const startMinute = fc.integer({ min: 0, max: 5 }).map((half) => 1080 + half * 30);
const durationMinutes = fc.constantFrom(60, 90);
const court = fc.constantFrom(0, 1, null);
const which = fc.nat();
const reach = fc.constantFrom('this' as const, 'following' as const, 'all' as const);
const evenIfTaken = fc.boolean();

const step = fc.oneof(
  fc.record({
    kind: fc.constant('series' as const),
    day,
    startMinute,
    durationMinutes,
    court,
    everyWeeks: fc.integer({ min: 1, max: 2 }),
    times: fc.integer({ min: 1, max: 4 }),
    evenIfTaken,
  }),
  fc.record({ kind: fc.constant('one' as const), day, startMinute, week: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    which,
    reach,
    days: fc.integer({ min: -1, max: 7 }),
    startMinute,
    durationMinutes,
    court,
    evenIfTaken,
  }),
  fc.record({ kind: fc.constant('cancel' as const), which, reach }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** So that the test cannot pass by refusing everything. */
const succeeded = { series: 0, one: 0, move: 0, cancel: 0 };

const dateOf = (offset: number): string => addDays('2026-11-24', offset);

async function perform(club: SampleClub, each: Step, place: string): Promise<void> {
  const { scope } = club;
  const courtOf = (index: number | null): string | null =>
    index === null ? null : (club.courts[index] ?? null);
  const some = await db.database.prisma.booking.findMany({
    where: { businessId: scope.businessId },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const bookingId = 'which' in each ? (some[each.which % some.length]?.id ?? null) : null;
  if (each.kind === 'one') {
    const startsAt = fromEpochMinute(
      toEpochMinuteOf(dateOf(each.week * 7 + each.day), each.startMinute, 'Asia/Kolkata'),
    );
    await transaction(db.database, async (tx) => {
      const held = await holdSlot(tx, scope, club.wish({ startsAt, now }));
      if (!held.ok) return;
      await confirmBooking(tx, scope, { bookingId: held.value.id, actor, now });
      succeeded.one += 1;
    });
  } else if (each.kind === 'series') {
    const { startMinute, durationMinutes, everyWeeks, times } = each;
    const dates = Array.from({ length: times }, (_, index) => dateOf(each.day + index * everyWeeks * 7));
    const result = await bookSeries(world, scope, {
      rule: {
        serviceId: club.serviceId,
        resourceId: courtOf(each.court),
        firstOn: dateOf(each.day),
        everyWeeks,
        end: { times },
        startMinute,
        durationMinutes,
      },
      dates: dates.map((on) => ({ on, resourceId: null })),
      customerId: club.customerId,
      attendeeId: null,
      attendeeName: null,
      whenTaken: each.evenIfTaken ? 'book-the-rest' : 'book-nothing',
      effectId: place,
      actor,
    });
    if (result.ok) succeeded.series += 1;
    // Nothing half-made: all of it, or what was said to be missing.
    if (result.ok) expect(result.value.bookings.length + result.value.missed.length).toBe(times);
    else expect(await db.database.prisma.series.count({ where: { effectId: place } })).toBe(0);
  } else if (bookingId !== null && each.kind === 'cancel') {
    const result = await cancelSeries(world, scope, { bookingId, reach: each.reach, reason: 'test', actor });
    if (result.ok && result.value.cancelled.length > 0) succeeded.cancel += 1;
  } else if (bookingId !== null && each.kind === 'move') {
    const { days, startMinute, durationMinutes, reach } = each;
    const result = await moveSeries(world, scope, {
      ...{ bookingId, reach, actor },
      to: { days, startMinute, durationMinutes, resourceId: courtOf(each.court) },
      whenTaken: each.evenIfTaken ? 'move-the-rest' : 'move-nothing',
    });
    if (result.ok && result.value.moved.length > 0) succeeded.move += 1;
  }
}

/** Pairs of standing bookings that share a unit's time, and standing bookings not exactly covered by their own rows. */
const broken = (club: SampleClub) => db.database.prisma.$queryRaw<unknown[]>`
  SELECT a.id::text FROM booking a JOIN booking b ON a.business_id = b.business_id AND a.resource_id = b.resource_id
    AND a.unit = b.unit AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  WHERE a.business_id = ${club.scope.businessId}::uuid AND a.status = 'confirmed' AND b.status = 'confirmed'
  UNION ALL
  SELECT b.id::text FROM booking b WHERE b.business_id = ${club.scope.businessId}::uuid
    AND (SELECT coalesce(range_agg(o.during), '{}') FROM occupancy o WHERE o.business_id = b.business_id
      AND o.booking_id = b.id AND o.active AND o.resource_id = b.resource_id AND o.unit = b.unit AND o.kind = 'booking')
      <> CASE b.status WHEN 'confirmed' THEN tstzmultirange(tstzrange(b.starts_at, b.ends_at)) ELSE '{}' END`;

test(
  'P05 P06 no sequence of series, bookings, moves and cancellations, two at a time, ever overlaps',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 12 }), async (pairs) => {
        const club = await makeSampleClub(db.database, { courts: 2 });
        const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          ...{ resourceId: null, kind: 'open' as const, weekday, opensMinute: 360, closesMinute: 1380 },
        }));
        await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, week));
        for (const [index, pair] of pairs.entries()) {
          await Promise.all(
            pair.map((each, side) =>
              perform(club, each, `${club.scope.businessId}:${String(index)}:${String(side)}`),
            ),
          );
        }
        expect(await broken(club)).toEqual([]);
      }),
      { numRuns: 40, seed: 2026 },
    );
    expect(Math.min(...Object.values(succeeded))).toBeGreaterThan(20);
  },
);
