import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import { transaction } from '../db/transaction';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub } from '../testing/sample-club';
import { listNews } from './queries';

let db: TestDatabase;
const now = new Date('2026-11-26T04:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('a booking is news once, when its customer confirms it; what staff book is not', async () => {
  const club = await makeSampleClub(db.database, { courts: 2 });
  const book = async (hours: number, by: 'customer' | 'staff', at: Date) => {
    const wish = club.wish({ startsAt: later(hours * 60), now: at });
    const held = await transaction(db.database, (tx) => holdSlot(tx, club.scope, { ...wish, now: at }));
    if (!held.ok) throw new Error(held.reason);
    const bookingId = held.value.id;
    await transaction(db.database, (tx) =>
      confirmBooking(tx, club.scope, { bookingId, now: at, actor: { kind: by } }),
    );
    return bookingId;
  };
  const theirs = await book(2, 'customer', later(1));
  await book(3, 'staff', later(1));
  const first = await listNews(db.database.prisma, club.scope, {
    since: now,
    now: later(2),
    resourceId: null,
  });
  expect(first.bookings.map((one) => one.id)).toEqual([theirs]);
  expect(first.bookings[0]).toMatchObject({ startsAt: later(120).toISOString(), who: 'Sample' });
  const since = new Date(first.until);
  const again = await listNews(db.database.prisma, club.scope, { since, now: later(3), resourceId: null });
  expect(again.bookings).toEqual([]);
  const [, otherCourt] = club.courts;
  const narrowed = { since: now, now: later(2), resourceId: otherCourt ?? null };
  expect((await listNews(db.database.prisma, club.scope, narrowed)).bookings).toEqual([]);
});
