import { afterAll, beforeAll, expect, test } from 'vitest';
import { addClosures } from '../catalog/commands/add-closures';
import { addWeeklyHours } from '../catalog/commands/add-weekly-hours';
import { searchCustomers } from '../customers/queries';
import { newId } from '../db/new-id';
import { transaction } from '../db/transaction';
import type { Role } from '../kernel/roles';
import type { StaffActor } from '../tenancy/types';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { blockTime } from './block-time';
import { bookFromDashboard } from './book-from-dashboard';
import { liftBlockTime } from './lift-block-time';
import { loadCalendar } from './load-calendar';
import { listAudit } from './list-audit';
import { moveFromDashboard } from './move-from-dashboard';
import { quoteSlot } from './quote-slot';

let db: TestDatabase;
const now = new Date('2026-11-24T04:00:00Z');
/** 24 November in the club's zone; it is half past nine. */
const at = (hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 10, 24, hour - 6, minute + 30)).toISOString();

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

// What these acts use of the world; nothing is sent.
const world = () => bareWorld(db.database, () => now);

const staff = (role: Role): StaffActor => ({ userId: newId(), name: 'Meera', role, address: '', agent: '' });
const desk = staff('staff');
const owner = staff('owner');

async function openClub(options: Parameters<typeof makeSampleClub>[1] = {}): Promise<SampleClub> {
  const club = await makeSampleClub(db.database, options);
  const open = { resourceId: null, kind: 'open', opensMinute: 360, closesMinute: 1320 } as const;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...open, weekday }));
  await transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, week));
  return club;
}

const wish = (club: SampleClub, startsAt: string, court = 0, durationMinutes = 60) => ({
  serviceId: club.serviceId,
  resourceId: club.courts[court] ?? '',
  startsAt,
  durationMinutes,
});

const walkIn = {
  customer: null,
  attendeeId: null,
  attendeeName: 'Walk-in',
  note: null,
  overrideReason: null,
  notify: false,
};

const book = (club: SampleClub, startsAt: string, more: object = {}, actor = desk) =>
  bookFromDashboard(world(), club.scope, actor, {
    ...wish(club, startsAt),
    ...walkIn,
    key: newId(),
    ...more,
  });

async function booked(club: SampleClub, startsAt: string, more: object = {}) {
  const placed = await book(club, startsAt, more);
  if (placed.outcome !== 'done') throw new Error(placed.outcome);
  return placed;
}

const shown = async (club: SampleClub) =>
  loadCalendar(db.database.prisma, club.scope, {
    fromDate: '2026-11-24',
    toDate: '2026-11-24',
    resourceId: null,
    now,
  });

test('P19 the desk books at any minute, also for a game that has begun, and a repeated act makes one booking', async () => {
  const club = await openClub();
  const key = newId();
  const [first, again] = [
    await book(club, at(9, 20), { key, note: 'pays cash' }),
    await book(club, at(9, 20), { key, note: 'pays cash' }),
  ];
  expect(first).toMatchObject({ outcome: 'done' });
  expect(again).toMatchObject({
    outcome: 'done',
    reference: first.outcome === 'done' ? first.reference : '',
  });
  const { bookings } = await shown(club);
  expect(bookings).toMatchObject([
    { status: 'confirmed', source: 'staff', attendeeName: 'Walk-in', pricePaise: 40_000 },
  ]);
});

test('P04 taken time is refused with names, and given over only by permission and with a reason', async () => {
  const club = await openClub();
  await booked(club, at(12));
  const refused = await book(club, at(12, 30));
  expect(refused).toMatchObject({
    outcome: 'refused',
    quote: { hard: { kind: 'taken' }, clashes: [{ what: 'booking', name: 'Walk-in' }] },
  });
  await expect(book(club, at(12, 30), { overrideReason: 'they agreed' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const over = await book(club, at(12, 30), { overrideReason: 'they agreed' }, owner);
  expect(over).toMatchObject({ outcome: 'done' });
  expect((await shown(club)).bookings.map((one) => one.over)).toEqual([false, true]);
  const audit = await db.database.prisma.auditEntry.findMany({
    where: { businessId: club.scope.businessId },
  });
  expect(audit.map((one) => one.action)).toContain('booking.create-over');
  const { entries } = await listAudit(db.database.prisma, club.scope, {});
  expect(entries.filter((one) => one.action === 'booking.create-over')).toHaveLength(1);
});

test('P04 what is closed and taken at once is given over too, with everybody in the way named before', async () => {
  const club = await openClub();
  await booked(club, at(12));
  const holiday = { startsOn: '2026-11-24', endsOn: '2026-11-24', yearly: false, reason: { en: 'Pongal' } };
  await transaction(db.database, (tx) =>
    addClosures(tx, club.scope, [{ resourceId: null, ...holiday }], now),
  );
  expect(await book(club, at(12), {}, owner)).toMatchObject({
    outcome: 'refused',
    quote: { hard: { kind: 'taken' }, soft: { kind: 'closure' }, clashes: [{ name: 'Walk-in' }] },
  });
  const over = await book(club, at(12), { overrideReason: 'they agreed' }, owner);
  expect(over).toMatchObject({ outcome: 'done' });
  // Over closed time alone nobody is met: it is an ordinary booking, and its time is taken for everybody after.
  expect(await book(club, at(15), { overrideReason: 'a match' }, owner)).toMatchObject({ outcome: 'done' });
  const { bookings } = await shown(club);
  const overAt = (startsAt: string) => bookings.filter((one) => one.startsAt === startsAt && one.over).length;
  expect([overAt(at(12)), overAt(at(15))]).toEqual([1, 0]);
  expect(await book(club, at(15), {}, owner)).toMatchObject({ quote: { hard: { kind: 'taken' } } });
});

test('somebody new with a number becomes a customer who is found by name and number; a bad number is said', async () => {
  const club = await openClub();
  const customer = { kind: 'new', name: 'Kayal_Vizhi', phone: '98765 43210' };
  await booked(club, at(14), { customer, attendeeName: null });
  const find = (typed: string) => searchCustomers(db.database.prisma, club.scope, typed);
  for (const typed of ['kayal', '098765 432', '+91 98765', 'l_v'])
    expect(await find(typed)).toMatchObject([{ name: 'Kayal_Vizhi', phone: '+919876543210' }]);
  expect(await find('%%')).toEqual([]);
  await expect(book(club, at(16), { customer: { ...customer, phone: '12' } })).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'customer.phone' }],
  });
});

test('two who move one booking at once: one wins, the other hears of it, and a repeated move is the same move', async () => {
  const club = await openClub({ courts: 2 });
  const { bookingId, version } = await booked(club, at(12));
  const move = (startsAt: string, court = 0) =>
    moveFromDashboard(world(), club.scope, desk, {
      ...wish(club, startsAt, court),
      bookingId,
      version,
      within: null,
      overrideReason: null,
      price: 'new',
      notify: false,
    });
  const outcomes = await Promise.all([move(at(15)), move(at(17), 1)]);
  expect(outcomes.map((one) => one.outcome).sort()).toEqual(['changed', 'done']);
  const winner = outcomes[0].outcome === 'done' ? move(at(15)) : move(at(17), 1);
  expect(await winner).toMatchObject({ outcome: 'done', version: version + 1 });
  expect((await shown(club)).bookings).toHaveLength(1);
});

test('a game is made longer while it is played, not over the next one, and over it with a reason', async () => {
  const club = await openClub();
  const running = await booked(club, at(9));
  await booked(club, at(11));
  const stretch = (durationMinutes: number, version: number, overrideReason: string | null = null) =>
    moveFromDashboard(world(), club.scope, owner, {
      ...wish(club, at(9), 0, durationMinutes),
      bookingId: running.bookingId,
      version,
      within: null,
      overrideReason,
      price: 'new',
      notify: false,
    });
  const longer = await stretch(90, running.version);
  expect(longer).toMatchObject({ outcome: 'done' });
  const { version } = longer as { version: number };
  expect(await stretch(150, version)).toMatchObject({
    outcome: 'refused',
    quote: { hard: { kind: 'taken' } },
  });
  expect(await stretch(150, version, 'the coach allows it')).toMatchObject({ outcome: 'done' });
  expect((await shown(club)).bookings.map(({ pricePaise, over }) => ({ pricePaise, over }))).toEqual([
    { pricePaise: 100_000, over: true },
    { pricePaise: 40_000, over: false },
  ]);
});

test('a practitioner moves nothing of another calendar', async () => {
  const club = await openClub({ courts: 2 });
  const { bookingId, version } = await booked(club, at(12));
  const move = {
    ...wish(club, at(13)),
    bookingId,
    version,
    overrideReason: null,
    price: 'new' as const,
    notify: false,
  };
  await expect(
    moveFromDashboard(world(), club.scope, desk, { ...move, within: club.courts[1] ?? '' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('time is blocked once, never over a booking, and given back', async () => {
  const club = await openClub({ capacity: 2 });
  await booked(club, at(12));
  const block = { resourceId: club.courts[0] ?? '', kind: 'block' as const, reason: 'net repair' };
  const place = (from: string, to: string) =>
    blockTime(world(), club.scope, desk, { ...block, startsAt: from, endsAt: to });
  expect(await place(at(11), at(13))).toMatchObject({ outcome: 'refused', clashes: [{ name: 'Walk-in' }] });
  const first = await place(at(18), at(20));
  expect(await place(at(18), at(20))).toEqual(first);
  expect((await shown(club)).blocks).toMatchObject([{ kind: 'block', reason: 'net repair' }]);
  const { ids } = first as { ids: string[] };
  await liftBlockTime(world(), club.scope, desk, { ids, within: null });
  await liftBlockTime(world(), club.scope, desk, { ids, within: null });
  expect((await shown(club)).blocks).toEqual([]);
  const { entries } = await listAudit(db.database.prisma, club.scope, { action: 'time.' });
  expect(entries.map((one) => one.action).sort()).toEqual(['time.block', 'time.lift']);
});

test('a quote says price, rule and whom it would meet, and takes nothing', async () => {
  const club = await openClub();
  const { bookingId } = await booked(club, at(12));
  const ask = (startsAt: string, except: string[] = []) =>
    quoteSlot(world(), club.scope, { ...wish(club, startsAt), startsAt: new Date(startsAt), now, except });
  expect(await ask(at(15, 30))).toMatchObject({ pricePaise: 40_000, hard: null, soft: { kind: 'off-step' } });
  expect(await ask(at(12, 30))).toMatchObject({ hard: { kind: 'taken' }, clashes: [{ what: 'booking' }] });
  expect(await ask(at(12, 30), [bookingId])).toMatchObject({ hard: null });
  expect(await ask(at(22))).toMatchObject({ hard: { kind: 'outside-hours' }, clashes: [] });
});
