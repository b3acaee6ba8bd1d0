import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import type { SeriesRule } from '../booking/schema';
import type { Booking } from '../booking/types';
import { addClosures } from '../catalog/commands/add-closures';
import { addPriceRules } from '../catalog/commands/add-price-rules';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { transaction } from '../db/transaction';
import { fromEpochMinute } from '../kernel/time-range';
import { addDays, toEpochMinuteOf } from '../scheduling/zone';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { bookSeries, type BookSeriesInput } from './book-series';
import { cancelSeries, moveSeries, type MoveSeriesInput } from './change-series';
import { planSeries } from './plan-series';
import type { World } from './types';

let db: TestDatabase;
let world: World;
const now = new Date('2026-11-23T04:00:00Z');
const actor = { kind: 'staff', id: 'desk' } as const;
const firstOn = '2026-11-24';
const sixPm = 18 * 60;

beforeAll(async () => {
  db = await createTestDatabase(20);
  world = bareWorld(db.database, () => now);
});
afterAll(() => db.drop());

/** The date of the nth week, counted from one as people do. */
const week = (count: number): string => addDays(firstOn, (count - 1) * 7);
const at = (on: string, minute = sixPm): Date => fromEpochMinute(toEpochMinuteOf(on, minute, 'Asia/Kolkata'));

type Club = SampleClub & { court1: string; court2: string };

/** Two courts, open from 06:00 to 22:00 every day. */
async function openClub(): Promise<Club> {
  const club = await makeSampleClub(db.database, { courts: 2 });
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, days));
  const [court1 = '', court2 = ''] = club.courts;
  return { ...club, court1, court2 };
}

async function bookOne(club: Club, on: string, place = 0, minute = sixPm): Promise<Booking> {
  const wish = club.wish({ startsAt: at(on, minute), now, courts: club.courts.slice(place, place + 1) });
  return transaction(db.database, async (tx) => {
    const held = await holdSlot(tx, club.scope, wish);
    if (!held.ok) throw new Error(held.reason);
    const { id: bookingId } = held.value;
    const confirmed = await confirmBooking(tx, club.scope, { bookingId, actor, now });
    if (!confirmed.ok) throw new Error(confirmed.reason);
    return confirmed.value;
  });
}

/** Court 1 is taken in weeks 3 and 9, and in week 7 the whole club keeps a holiday. */
async function clubWithClashes(): Promise<Club & { third: Booking; ninth: Booking }> {
  const club = await openClub();
  const third = await bookOne(club, week(3));
  const ninth = await bookOne(club, week(9), 0, sixPm + 30);
  const holiday = {
    startsOn: week(7),
    endsOn: week(7),
    yearly: false,
    reason: { en: 'Pongal', ta: 'பொங்கல்' },
  };
  await transaction(db.database, (tx) =>
    addClosures(tx, club.scope, [{ resourceId: null, ...holiday }], now),
  );
  return { ...club, third, ninth };
}

const twelveWeeks = (club: Club, resourceId: string | null = club.court1): SeriesRule => ({
  serviceId: club.serviceId,
  resourceId,
  firstOn,
  everyWeeks: 1,
  end: { times: 12 },
  startMinute: sixPm,
  durationMinutes: 60,
});

const plan = (club: Club, rule: SeriesRule) => planSeries(db.database.prisma, club.scope, rule, now);

let acts = 0;
function book(club: Club, rule: SeriesRule, choice: Partial<BookSeriesInput>) {
  acts += 1;
  const who = { customerId: club.customerId, attendeeId: null, attendeeName: 'Kavin' };
  const effectId = `series-${String(acts)}`;
  const rest = { whenTaken: 'book-nothing', dates: [], effectId, actor } as const;
  return bookSeries(world, club.scope, { rule, ...who, ...rest, ...choice });
}

const weeks = (counts: readonly number[]) => counts.map((count) => ({ on: week(count), resourceId: null }));
const free = [1, 2, 4, 5, 6, 8, 10, 11, 12];
const countBookings = (club: Club) =>
  db.database.prisma.booking.count({ where: { businessId: club.scope.businessId } });

async function booked(club: Club, rule: SeriesRule, counts: readonly number[]): Promise<Booking[]> {
  const result = await book(club, rule, { dates: weeks(counts) });
  if (!result.ok) throw new Error(result.reason);
  return result.value.bookings;
}

/** Starts of what stands in the club, with the courts by number. */
async function standing(club: Club): Promise<{ startsAt: Date; court: number }[]> {
  const rows = await db.database.prisma.booking.findMany({
    where: { businessId: club.scope.businessId, status: 'confirmed' },
    orderBy: [{ startsAt: 'asc' }, { resourceId: 'asc' }],
  });
  return rows.map((row) => ({ startsAt: row.startsAt, court: row.resourceId === club.court1 ? 1 : 2 }));
}

test('P05 of twelve weeks every clash and every holiday is listed before anything is created', async () => {
  const club = await clubWithClashes();
  const planned = await plan(club, twelveWeeks(club));
  expect(planned.map(({ state }) => state)).toEqual(
    Array.from({ length: 12 }, (_, index) =>
      index === 6 ? 'closed' : index === 2 || index === 8 ? 'clash' : 'free',
    ),
  );
  expect(planned[0]).toEqual({
    on: firstOn,
    startsAt: at(firstOn),
    endsAt: at(firstOn, sixPm + 60),
    state: 'free',
    place: { resourceId: club.court1, pricePaise: 40_000 },
  });
  const elsewhere = [{ resourceId: club.court2, pricePaise: 40_000 }];
  expect(planned[2]).toMatchObject({
    bookings: [{ reference: club.third.reference }],
    blocks: [],
    elsewhere,
  });
  expect(planned[8]).toMatchObject({ bookings: [{ reference: club.ninth.reference }], elsewhere });
  expect(planned[6]).toMatchObject({
    why: { kind: 'closure', reason: { en: 'Pongal', ta: 'பொங்கல்' } },
    elsewhere: [],
  });
  expect(await countBookings(club)).toBe(2);
  expect(await db.database.prisma.series.count({ where: { businessId: club.scope.businessId } })).toBe(0);
});

test('P05 skip: the free dates are booked, confirmed and linked, and the others left out', async () => {
  const club = await clubWithClashes();
  const bookings = await booked(club, twelveWeeks(club), free);
  expect(bookings.map(({ startsAt }) => startsAt)).toEqual(free.map((count) => at(week(count))));
  expect(new Set(bookings.map(({ status }) => status))).toEqual(new Set(['confirmed']));
  expect(new Set(bookings.map(({ seriesId }) => seriesId)).size).toBe(1);
  expect(bookings[0]).toMatchObject({ source: 'staff', attendeeName: 'Kavin', customerId: club.customerId });
  expect(bookings[0]?.seriesId).not.toBeNull();
});

test('P05 other court: a clashing date is booked where the caller says', async () => {
  const club = await clubWithClashes();
  const dates = [...weeks(free), ...[3, 9].map((count) => ({ on: week(count), resourceId: club.court2 }))];
  const result = await book(club, twelveWeeks(club), { dates });
  if (!result.ok) throw new Error(result.reason);
  const courts = result.value.bookings.map(({ resourceId }) => (resourceId === club.court1 ? 1 : 2));
  expect(courts).toEqual([1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1]);
  expect(result.value.missed).toEqual([]);
});

test('P05 abort: with one date taken nothing at all is made', async () => {
  const club = await clubWithClashes();
  const all = Array.from({ length: 12 }, (_, index) => index + 1);
  const result = await book(club, twelveWeeks(club), { dates: weeks(all) });
  expect(result).toEqual({ ok: false, reason: 'dates-taken', dates: [week(3), week(7), week(9)] });
  expect(await countBookings(club)).toBe(2);
  expect(await db.database.prisma.occupancy.count({ where: { businessId: club.scope.businessId } })).toBe(2);
});

test('P05 a date taken since the plan is named, and the rest is booked only if asked for', async () => {
  const club = await openClub();
  const rule = twelveWeeks(club);
  await plan(club, rule);
  await bookOne(club, week(2));
  const dates = weeks([1, 2, 3]);
  expect(await book(club, rule, { dates })).toEqual({
    ok: false,
    reason: 'dates-taken',
    dates: [week(2)],
  });
  expect(await countBookings(club)).toBe(1);
  const rest = await book(club, rule, { dates, whenTaken: 'book-the-rest' });
  expect(rest).toMatchObject({ ok: true, value: { missed: [week(2)] } });
  expect(await countBookings(club)).toBe(3);
  expect(await book(club, rule, { dates, whenTaken: 'book-the-rest' })).toMatchObject({ ok: false });
});

test('P05 the same act twice, also at the same moment, is one series', async () => {
  const club = await openClub();
  const act = { dates: weeks([1, 2, 3]), effectId: 'pressed-twice' };
  const twice = await Promise.all([1, 2].map(() => book(club, twelveWeeks(club), act)));
  expect(twice[0]).toEqual(twice[1]);
  expect(await book(club, twelveWeeks(club), act)).toEqual(twice[0]);
  expect(await countBookings(club)).toBe(3);
});

test('P05 for "any court" one court is kept throughout as far as it is free', async () => {
  const club = await openClub();
  await bookOne(club, week(1), 0);
  await bookOne(club, week(2), 0);
  await bookOne(club, week(3), 1);
  const rule = { ...twelveWeeks(club, null), end: { times: 4 } };
  const places = (await plan(club, rule)).map((date) => date.state === 'free' && date.place.resourceId);
  expect(places).toEqual([club.court2, club.court2, club.court1, club.court2]);
  await bookOne(club, week(4), 0);
  await bookOne(club, week(4), 1);
  const last = (await plan(club, rule)).at(-1);
  expect(last?.state === 'clash' && last.bookings).toHaveLength(2);
});

test('P05 each date has its own price, and a series may reach beyond what customers may book', async () => {
  const club = await openClub();
  const festival = {
    resourceId: null,
    weekdays: [],
    validFrom: week(2),
    validTo: week(2),
    label: { en: 'Festival' },
  };
  await transaction(db.database, (tx) =>
    addPriceRules(tx, club.scope, club.serviceId, [{ ...festival, pricePaise: 60_000 }]),
  );
  const bookings = await booked(club, { ...twelveWeeks(club), durationMinutes: 90 }, [1, 2, 12]);
  expect(bookings.map(({ pricePaise }) => pricePaise)).toEqual([60_000, 90_000, 60_000]);
  expect(bookings[1]?.priceLines).toEqual([{ label: { en: 'Festival' }, minutes: 90, paise: 90_000 }]);
});

test('P05 where the clocks change, each date keeps its time by the clock on the wall', async () => {
  const club = await openClub();
  await db.database.prisma.business.update({
    where: { id: club.scope.businessId },
    data: { zone: 'Europe/London' },
  });
  const rule = { ...twelveWeeks(club), firstOn: '2027-03-20', end: { untilOn: '2027-04-04' } };
  expect((await plan(club, rule)).map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2027-03-20T18:00:00.000Z',
    '2027-03-27T18:00:00.000Z',
    '2027-04-03T17:00:00.000Z',
  ]);
  const result = await book(club, rule, {
    dates: [
      { on: '2027-03-27', resourceId: null },
      { on: '2027-04-03', resourceId: null },
    ],
  });
  const [before] = result.ok ? result.value.bookings : [];
  const moved = await moveSeries(world, club.scope, {
    ...{ bookingId: before?.id ?? '', reach: 'following', actor, whenTaken: 'move-nothing' },
    to: { days: 1, startMinute: sixPm, durationMinutes: 60, resourceId: null },
  });
  expect(moved.ok && moved.value.moved.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2027-03-28T17:00:00.000Z',
    '2027-04-04T17:00:00.000Z',
  ]);
});

test('P05 this one, this and following, or all are cancelled, and what is over stays', async () => {
  const club = await openClub();
  const bookings = await booked(club, twelveWeeks(club), [1, 2, 3, 4]);
  const later = bareWorld(db.database, () => at(week(2), 0));
  const cancel = async (place: number, reach: 'this' | 'following' | 'all', by = world) => {
    const bookingId = bookings[place]?.id ?? '';
    const result = await cancelSeries(by, club.scope, { bookingId, reach, reason: 'Exams', actor });
    return result.ok ? result.value.cancelled.map(({ startsAt }) => startsAt) : result.reason;
  };
  expect(await cancel(3, 'this')).toEqual([at(week(4))]);
  expect(await cancel(2, 'following')).toEqual([at(week(3))]);
  expect(await cancel(0, 'all', later)).toEqual([at(week(2))]);
  expect(await cancel(0, 'all', later)).toEqual([]);
  expect(await standing(club)).toEqual([{ startsAt: at(week(1)), court: 1 }]);
});

const halfSeven = { days: 0, startMinute: sixPm + 30, durationMinutes: 60, resourceId: null };

test('P05 a series moves to another time or court, each booking keeping its place until the new one is sure', async () => {
  const club = await openClub();
  const bookings = await booked(club, twelveWeeks(club), [1, 2, 3]);
  const move = (place: number, change: Pick<MoveSeriesInput, 'reach' | 'to'> & Partial<MoveSeriesInput>) =>
    moveSeries(world, club.scope, {
      bookingId: bookings[place]?.id ?? '',
      actor,
      whenTaken: 'move-nothing',
      ...change,
    });
  expect((await move(1, { reach: 'following', to: halfSeven })).ok).toBe(true);
  expect((await standing(club)).map(({ startsAt }) => startsAt)).toEqual([
    at(week(1)),
    at(week(2), sixPm + 30),
    at(week(3), sixPm + 30),
  ]);
  await bookOne(club, addDays(week(2), 1), 1);
  const wednesday = { days: 1, startMinute: sixPm, durationMinutes: 60, resourceId: club.court2 };
  expect(await move(0, { reach: 'all', to: wednesday })).toEqual({
    ok: false,
    reason: 'dates-taken',
    dates: [week(2)],
  });
  const rest = await move(0, { reach: 'all', to: wednesday, whenTaken: 'move-the-rest' });
  expect(rest).toMatchObject({ ok: true, value: { missed: [week(2)] } });
  expect(await standing(club)).toEqual([
    { startsAt: at(addDays(week(1), 1)), court: 2 },
    { startsAt: at(week(2), sixPm + 30), court: 1 },
    { startsAt: at(addDays(week(2), 1)), court: 2 },
    { startsAt: at(addDays(week(3), 1)), court: 2 },
  ]);
});

test('P05 an out-of-date screen, and somebody else’s booking, change nothing', async () => {
  const club = await openClub();
  const other = await openClub();
  const [first] = await booked(club, twelveWeeks(club), [1, 2]);
  const change = { bookingId: first?.id ?? '', reach: 'all', reason: 'x', actor } as const;
  expect(await cancelSeries(world, club.scope, { ...change, expectedVersion: 1 })).toMatchObject({
    reason: 'changed-meanwhile',
  });
  expect(await cancelSeries(world, other.scope, change)).toEqual({ ok: false, reason: 'not-found' });
  expect(
    await cancelSeries(world, club.scope, { ...change, bookingId: (await bookOne(club, week(5))).id }),
  ).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await standing(club)).toHaveLength(3);
  await expect(book(club, twelveWeeks(club), { dates: [] })).rejects.toMatchObject({ code: 'invalid' });
  const foreign = [{ on: addDays(firstOn, 1), resourceId: null }];
  await expect(book(club, twelveWeeks(club), { dates: foreign })).rejects.toMatchObject({ code: 'invalid' });
});
