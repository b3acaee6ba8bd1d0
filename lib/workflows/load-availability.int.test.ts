import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { addClosures } from '../catalog/commands/add-closures';
import { transaction } from '../db/transaction';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { loadAvailability } from './load-availability';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const from = { fromDate: '2026-11-24', toDate: '2026-12-23', now };

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** Open from 06:00 to 22:00 every day. */
async function openClub(options: Parameters<typeof makeSampleClub>[1] = {}): Promise<SampleClub> {
  const club = await makeSampleClub(db.database, options);
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

async function book(club: SampleClub, startsAt: Date): Promise<void> {
  await transaction(db.database, async (tx) => {
    const held = await holdSlot(tx, club.scope, club.wish({ startsAt, now }));
    if (!held.ok) throw new Error(held.reason);
    await confirmBooking(tx, club.scope, { bookingId: held.value.id, actor: { kind: 'customer' }, now });
  });
}

const query = (club: SampleClub) => ({ ...from, serviceId: club.serviceId });

test('P07 thirty days of twenty courts take at most four statements', async () => {
  const club = await openClub({ courts: 20 });
  // Every statement of Prisma passes through a pooled connection's `query`.
  const client = await db.database.pool.connect();
  const spy = vi.spyOn(Object.getPrototypeOf(client) as typeof client, 'query');
  client.release();
  try {
    const days = await loadAvailability(db.database.prisma, club.scope, query(club));
    expect(days).toHaveLength(30);
    expect(days[0]?.slots[0]?.free).toHaveLength(20);
    expect(spy.mock.calls.length).toBeGreaterThan(0);
    expect(spy.mock.calls.length).toBeLessThanOrEqual(4);
  } finally {
    spy.mockRestore();
  }
});

test('what is booked is not offered, and what is held only until the hold ends', async () => {
  const club = await openClub();
  const startsAt = new Date('2026-11-24T04:30:00Z');
  const starts = async (at: Date) =>
    (
      await loadAvailability(db.database.prisma, club.scope, {
        ...query(club),
        toDate: '2026-11-24',
        now: at,
      })
    )
      .flatMap((day) => day.slots)
      .map((slot) => slot.start);
  const minute = startsAt.getTime() / 60_000;
  const held = await transaction(db.database, (tx) => holdSlot(tx, club.scope, club.wish({ startsAt, now })));
  expect(held.ok).toBe(true);
  expect(await starts(now)).not.toContain(minute);
  expect(await starts(new Date(now.getTime() + 10 * 60_000))).toContain(minute);
});

test('P20 buffers around a booking keep the neighbouring times free, in the offer and in the database', async () => {
  const club = await openClub({ buffers: { before: 0, after: 30 } });
  await db.database.prisma.service.updateMany({
    where: { businessId: club.scope.businessId },
    data: { bufferAfterMinutes: 30 },
  });
  const startsAt = new Date('2026-11-24T04:30:00Z');
  await book(club, startsAt);
  const days = await loadAvailability(db.database.prisma, club.scope, {
    ...query(club),
    toDate: '2026-11-24',
  });
  const offered = days.flatMap((day) => day.slots).map((slot) => slot.start);
  const booked = startsAt.getTime() / 60_000;
  // The hour before would need its own half hour after; the hour after lies within the booking's.
  for (const hours of [-1, 0, 1]) expect(offered).not.toContain(booked + hours * 60);
  expect(offered).toContain(booked + 120);
  const next = club.wish({ startsAt: new Date(startsAt.getTime() + 3_600_000), now });
  const refused = await transaction(db.database, (tx) => holdSlot(tx, club.scope, next));
  expect(refused).toEqual({ ok: false, reason: 'slot-taken' });
});

test('P21 a holiday closes everything, and a booking already made on it stays', async () => {
  const club = await openClub();
  await book(club, new Date('2026-11-25T04:30:00Z'));
  const holiday = { startsOn: '2026-11-25', endsOn: '2026-11-25', yearly: false, reason: { en: 'Festival' } };
  await transaction(db.database, (tx) =>
    addClosures(tx, club.scope, [{ resourceId: null, ...holiday }], now),
  );
  const days = await loadAvailability(db.database.prisma, club.scope, query(club));
  expect(days.find((day) => day.date === '2026-11-25')).toMatchObject({
    slots: [],
    closed: { kind: 'closure', reason: { en: 'Festival' } },
  });
  const bookings = { businessId: club.scope.businessId, status: 'confirmed' };
  expect(await db.database.prisma.booking.count({ where: bookings })).toBe(1);
});

test('a service of another business is not found', async () => {
  const mine = await openClub();
  const other = await openClub();
  const asked = loadAvailability(db.database.prisma, mine.scope, {
    ...query(mine),
    serviceId: other.serviceId,
  });
  await expect(asked).rejects.toMatchObject({ code: 'not-found' });
});
