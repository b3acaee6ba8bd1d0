import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { newId } from '../db/new-id';
import { transaction } from '../db/transaction';
import type { StaffActor } from '../tenancy/types';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { bookFromDashboard } from './book-from-dashboard';
import { loadMoveTimes } from './load-move-times';
import { moveFromDashboard } from './move-from-dashboard';

let db: TestDatabase;
/** 24 November in the club's zone; it is half past nine. */
const now = new Date('2026-11-24T04:00:00Z');
const at = (hour: number): string => new Date(Date.UTC(2026, 10, 24, hour - 6, 30)).toISOString();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

// What these acts use of the world; nothing is sent.
const world = () => bareWorld(db.database, () => now);
const actor: StaffActor = { userId: newId(), name: 'Meera', role: 'staff', address: '', agent: '' };

async function openClub(): Promise<SampleClub> {
  const club = await makeSampleClub(db.database, { courts: 2 });
  const open = { resourceId: null, kind: 'open', opensMinute: 480, closesMinute: 1080 } as const;
  const week = [1, 2, 3, 4, 5, 6].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

async function booked(club: SampleClub, startsAt: string, court = 0) {
  const placed = await bookFromDashboard(world(), club.scope, actor, {
    serviceId: club.serviceId,
    resourceId: club.courts[court] ?? '',
    startsAt,
    durationMinutes: 60,
    customer: null,
    attendeeId: null,
    attendeeName: 'Walk-in',
    note: null,
    overrideReason: null,
    notify: false,
    key: newId(),
  });
  if (placed.outcome !== 'done') throw new Error(placed.outcome);
  return placed;
}

const times = (club: SampleClub, booking: string, more: object = {}) =>
  loadMoveTimes(db.database.prisma, club.scope, {
    booking,
    from: '2026-11-24',
    on: '2026-11-24',
    within: null,
    now,
    ...more,
  });

const hours = (slots: { startsAt: string }[] | undefined): number[] =>
  (slots ?? []).map(({ startsAt }) => new Date(Date.parse(startsAt) + 330 * 60_000).getUTCHours());

test('its own time and all that is free later today is offered, on each court, and what is taken is not', async () => {
  const club = await openClub();
  const { bookingId } = await booked(club, at(12));
  await booked(club, at(15));
  await booked(club, at(12), 1);
  const found = await times(club, bookingId);
  expect(hours(found.resources[0]?.slots)).toEqual([10, 11, 12, 13, 14, 16, 17]);
  expect(hours(found.resources[1]?.slots)).toEqual([10, 11, 13, 14, 15, 16, 17]);
  expect(found.resources.map(({ id }) => id)).toEqual(club.courts);
  expect(found.lengths).toEqual([60]);
  // Sunday is closed; today the hours that are over are gone.
  expect(found.days.map(({ free }) => free)).toEqual([8, 10, 10, 10, 10, 0, 10]);
  expect(await times(club, bookingId, { on: '2026-11-29' })).toMatchObject({ closed: { kind: 'no-hours' } });
});

test('a longer length leaves what holds it, and an offered time can be moved to', async () => {
  const club = await openClub();
  const { bookingId, version } = await booked(club, at(12));
  await booked(club, at(15));
  const found = await times(club, bookingId, { durationMinutes: 120 });
  expect(hours(found.resources[0]?.slots)).toEqual([10, 11, 12, 13, 16]);
  const [, slot] = found.resources[0]?.slots ?? [];
  const moved = await moveFromDashboard(world(), club.scope, actor, {
    bookingId,
    resourceId: club.courts[0] ?? '',
    startsAt: slot?.startsAt ?? '',
    durationMinutes: slot?.durationMinutes ?? 0,
    version,
    within: null,
    overrideReason: null,
    price: 'new',
    notify: false,
  });
  expect(moved).toMatchObject({ outcome: 'done' });
  expect(slot?.pricePaise).toBe(80_000);
});

test('a practitioner is offered their own calendar alone, and nothing of another’s booking', async () => {
  const club = await openClub();
  const [own = '', other = ''] = club.courts;
  const { bookingId } = await booked(club, at(12));
  expect((await times(club, bookingId, { within: own })).resources.map(({ id }) => id)).toEqual([own]);
  await expect(times(club, bookingId, { within: other })).rejects.toMatchObject({ code: 'not-found' });
});
