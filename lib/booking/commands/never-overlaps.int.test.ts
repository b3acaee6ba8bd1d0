import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../db/transaction';
import type { BookingId } from '../../kernel/ids';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { cancelBooking } from './cancel-booking';
import { confirmBooking } from './confirm-booking';
import { confirmMove } from './confirm-move';
import { expireHolds } from './expire-holds';
import { holdMove } from './hold-move';
import { holdSlot } from './hold-slot';
import { placeBlock } from './place-block';
import { releaseMove } from './release-move';

let db: TestDatabase;
const actor = { kind: 'staff', id: 'desk' } as const;
const opening = Date.UTC(2026, 10, 24, 1);
const quarter = 15 * 60_000;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

// Half a day of quarters on two courts, so that most steps meet something.
const start = fc.integer({ min: 0, max: 48 });
const length = fc.integer({ min: 1, max: 8 });
const court = fc.integer({ min: 0, max: 1 });
const buffer = fc.integer({ min: 0, max: 2 });
const which = fc.nat();

const step = fc.oneof(
  fc.record({
    kind: fc.constant('hold' as const),
    start,
    length,
    court,
    before: buffer,
    after: buffer,
    confirm: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('replace' as const), start, length, court, which }),
  fc.record({
    kind: fc.constant('move' as const),
    start,
    length,
    court,
    before: buffer,
    after: buffer,
    which,
    end: fc.constantFrom('confirm', 'release', 'leave'),
  }),
  fc.record({ kind: fc.constant('confirm' as const), which }),
  fc.record({ kind: fc.constant('cancel' as const), which }),
  fc.record({ kind: fc.constant('block' as const), start, length, court }),
  fc.record({
    kind: fc.constant('wait' as const),
    minutes: fc.integer({ min: 1, max: 15 }),
    sweep: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Desk = { club: SampleClub; now: Date; bookings: BookingId[] };

/** So that the test cannot pass by refusing everything. */
const succeeded = { hold: 0, replace: 0, move: 0, block: 0 };

async function perform(desk: Desk, each: Step): Promise<void> {
  const { club, now } = desk;
  const { scope, courts } = club;
  const at = (place: number) => new Date(opening + place * quarter);
  const on = (place: number) => courts.slice(place, place + 1);
  const picked = 'which' in each ? desk.bookings[each.which % desk.bookings.length] : undefined;
  const wishFor = (wanted: {
    start: number;
    length: number;
    court: number;
    before?: number;
    after?: number;
  }) => ({
    ...club.wish({ startsAt: at(wanted.start), now, minutes: wanted.length * 15, courts: on(wanted.court) }),
    bufferBeforeMinutes: (wanted.before ?? 0) * 15,
    bufferAfterMinutes: (wanted.after ?? 0) * 15,
  });
  await transaction(db.database, async (tx) => {
    if (each.kind === 'hold') {
      const held = await holdSlot(tx, scope, wishFor(each));
      if (!held.ok) return;
      succeeded.hold += 1;
      desk.bookings.push(held.value.id);
      if (each.confirm) await confirmBooking(tx, scope, { bookingId: held.value.id, actor, now });
    } else if (each.kind === 'wait') {
      desk.now = new Date(now.getTime() + each.minutes * 60_000);
      if (each.sweep) await expireHolds(tx, { now: desk.now, limit: 100 });
    } else if (each.kind === 'block') {
      const [resourceId] = on(each.court);
      if (!resourceId) return;
      const span = { startsAt: at(each.start), endsAt: at(each.start + each.length) };
      const placed = await placeBlock(tx, scope, {
        resourceId,
        kind: 'block',
        ...span,
        reason: 'Net',
        actor,
        now,
      });
      if (placed.ok) succeeded.block += 1;
    } else if (picked === undefined) {
      return;
    } else if (each.kind === 'replace') {
      const found = await tx.booking.findFirstOrThrow({ where: { id: picked } });
      if (found.status !== 'held') return;
      const held = await holdSlot(tx, scope, { ...wishFor(each), replaces: picked });
      if (!held.ok) return;
      succeeded.replace += 1;
      desk.bookings.push(held.value.id);
    } else if (each.kind === 'move') {
      const held = await holdMove(tx, scope, { ...wishFor(each), bookingId: picked, actor });
      if (held.ok && each.end === 'confirm') await confirmMove(tx, scope, { bookingId: picked, actor, now });
      if (held.ok) succeeded.move += 1;
      if (held.ok && each.end === 'release') await releaseMove(tx, scope, { bookingId: picked, actor, now });
    } else if (each.kind === 'confirm') {
      await confirmBooking(tx, scope, { bookingId: picked, actor, now });
    } else {
      await cancelBooking(tx, scope, { bookingId: picked, reason: 'test', actor, now });
    }
  });
}

type Standing = { id: string; resource_id: string; unit: number; starts: number; ends: number };

/** Bookings that count, from the bookings themselves: the constraint watches the occupancies, this the truth. */
const standing = (club: SampleClub) => db.database.prisma.$queryRaw<Standing[]>`
  SELECT id::text, resource_id::text, unit, extract(epoch from starts_at)::float8 AS starts,
    extract(epoch from ends_at)::float8 AS ends
  FROM booking WHERE business_id = ${club.scope.businessId}::uuid AND status IN ('confirmed', 'held') ORDER BY starts_at`;

/** Standing bookings whose time is not exactly covered by their own active rows. */
const uncovered = (club: SampleClub) => db.database.prisma.$queryRaw<{ id: string }[]>`
  SELECT b.id::text FROM booking b WHERE b.business_id = ${club.scope.businessId}::uuid
    AND b.status IN ('confirmed', 'held') AND NOT coalesce((SELECT range_agg(o.during) FROM occupancy o
      WHERE o.booking_id = b.id AND o.active AND o.resource_id = b.resource_id AND o.unit = b.unit)
      @> tstzrange(b.starts_at, b.ends_at), false)
  UNION ALL
  SELECT b.id::text FROM booking b JOIN occupancy o ON o.booking_id = b.id AND o.active
  WHERE b.business_id = ${club.scope.businessId}::uuid AND b.status IN ('cancelled', 'expired')`;

test(
  'P06 no sequence of book, change, move, extend, block, expire and cancel ever overlaps',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const desk: Desk = {
          club: await makeSampleClub(db.database, { courts: 2 }),
          now: new Date(opening - 3_600_000),
          bookings: [],
        };
        for (const each of steps) await perform(desk, each);
        const rows = await standing(desk.club);
        for (const a of rows) {
          for (const b of rows) {
            if (a.id >= b.id || a.resource_id !== b.resource_id || a.unit !== b.unit) continue;
            expect(a.ends <= b.starts || b.ends <= a.starts).toBe(true);
          }
        }
        expect(await uncovered(desk.club)).toEqual([]);
      }),
      { numRuns: 60, seed: 2026 },
    );
  },
);
