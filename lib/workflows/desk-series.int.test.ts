import { beforeEach, expect, test } from 'vitest';
import type { NewSeries } from '../booking/series/schema';
import { loadCatalog } from '../catalog/queries';
import { newId } from '../db/new-id';
import type { Role } from '../kernel/roles';
import type { StaffActor } from '../tenancy/types';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { bookFromDashboard } from './book-from-dashboard';
import { bookSeriesFromDashboard } from './book-series-from-dashboard';
import { changeSeriesFromDashboard } from './change-series-from-dashboard';
import { loadBooking } from './load-booking';
import { planSeriesChange } from './plan-series-change';
import { planSeriesFromDashboard } from './plan-series-from-dashboard';

let desk: ChatDesk;
let serviceId: string;
let court: string;
let otherCourt: string;

beforeEach(async () => {
  desk = await ChatDesk.open();
  const { services } = await loadCatalog(desk.db.database.prisma, desk.scope);
  const courts = services.find((one) => one.kind === 'court');
  serviceId = courts?.id ?? '';
  [court = '', otherCourt = ''] = courts?.offerings.map((one) => one.resourceId) ?? [];
  return () => desk.close();
});

const staff = (role: Role): StaffActor => ({ userId: newId(), name: 'Meera', role, address: '', agent: '' });
const meera = staff('staff');
/** Tuesdays at seven in the morning, from the week after the desk opens. */
const firstOn = '2026-12-01';
const sevenAm = 7 * 60;
const weeks = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'];
const at = (on: string, minute = sevenAm): string =>
  new Date(Date.parse(`${on}T00:00:00+05:30`) + minute * 60_000).toISOString();

const rule = () => ({
  serviceId,
  resourceId: court,
  firstOn,
  everyWeeks: 1,
  end: { times: 4 },
  startMinute: sevenAm,
  durationMinutes: 60,
});
const walkIn = { customer: null, attendeeId: null, attendeeName: 'Walk-in', note: null };
const own = (dates: readonly string[]) => dates.map((on) => ({ on, resourceId: null }));

const book = (change: Partial<NewSeries> = {}) =>
  bookSeriesFromDashboard(desk.world, desk.scope, meera, {
    ...walkIn,
    rule: rule(),
    key: newId(),
    dates: own(weeks),
    notify: true,
    ...change,
  });

const plan = (
  customerId: string | null,
  dates: NewSeries['dates'] | null = null,
  within: string | null = null,
) => planSeriesFromDashboard(desk.world, desk.scope, { rule: rule(), customerId, dates, within });

const takeSecondWeek = () =>
  bookFromDashboard(desk.world, desk.scope, meera, {
    ...walkIn,
    serviceId,
    resourceId: court,
    startsAt: at(weeks[1] ?? ''),
    durationMinutes: 60,
    key: newId(),
    overrideReason: null,
    notify: false,
  });

/** Somebody with an open chat. */
async function known(name: string, words = 'hello'): Promise<{ visitor: ChatVisitor; customerId: string }> {
  const visitor = desk.visitor(name);
  await desk.say(visitor, words);
  const { id } = await desk.db.database.prisma.customer.findFirstOrThrow({ where: { profileName: name } });
  return { visitor, customerId: id };
}

const customer = (id: string) => ({ customer: { kind: 'known' as const, id }, attendeeName: null });

const standing = async () =>
  (
    await desk.db.database.prisma.booking.findMany({
      where: { status: 'confirmed', seriesId: { not: null } },
      orderBy: { startsAt: 'asc' },
    })
  ).map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));

test('P05 a clash is listed by name with where else it could be, before anything exists', async () => {
  await takeSecondWeek();
  const { dates, notice } = await plan(null);
  expect(dates.map(({ own: place }) => place !== null)).toEqual([true, false, true, true]);
  expect(notice).toBeNull();
  const [, clash] = dates;
  expect(clash?.clashes).toMatchObject([{ what: 'booking', name: 'Walk-in', startsAt: at(weeks[1] ?? '') }]);
  expect(clash?.instead).toContainEqual(
    expect.objectContaining({ resourceId: otherCourt, startMinute: sevenAm }),
  );
  const later = clash?.instead.filter(({ resourceId }) => resourceId === court) ?? [];
  expect(later.map(({ startMinute }) => startMinute)).toContain(sevenAm + 60);
  expect(later.map(({ startMinute }) => startMinute)).not.toContain(sevenAm);
  expect(await standing()).toEqual([]);
  // A practitioner is offered no calendar but their own.
  const narrowed = await plan(null, null, court);
  expect(new Set(narrowed.dates[1]?.instead.map(({ resourceId }) => resourceId))).toEqual(new Set([court]));
});

test('P05 the customer is told once, in their language, exactly what the preview showed', async () => {
  await takeSecondWeek();
  const { visitor, customerId } = await known('அருண்', 'வணக்கம்');
  const dates = [
    ...own([weeks[0] ?? '', weeks[2] ?? '', weeks[3] ?? '']),
    { on: weeks[1] ?? '', resourceId: court, startMinute: sevenAm + 60 },
  ];
  const { notice } = await plan(customerId, dates);
  expect(notice).toMatchObject({ language: 'ta', cannot: null });
  const before = visitor.received().length;
  const key = newId();
  const act = { ...customer(customerId), dates, key };
  expect(await book(act)).toEqual({ outcome: 'done', count: 4, told: 'message' });
  expect(await book(act)).toMatchObject({ outcome: 'done', count: 4 });
  await desk.settle();
  expect(visitor.received().length).toBe(before + 1);
  expect(visitor.body()).toBe(notice?.text);
  expect(visitor.body()).toContain('செவ்வாய் 15 டிச');
  expect(visitor.titles()).toEqual(notice?.buttons);
  expect((await standing()).map(({ startsAt }) => startsAt)).toEqual(
    weeks.map((on, index) => at(on, index === 1 ? sevenAm + 60 : sevenAm)),
  );
  const audit = await desk.db.database.prisma.auditEntry.findMany({
    where: { action: 'booking.create-series' },
  });
  expect(audit).toHaveLength(1);
});

test('P05 a date taken since the plan is named, nothing is booked, nobody is told or made a customer', async () => {
  await takeSecondWeek();
  const newcomer = {
    customer: { kind: 'new' as const, name: 'Kayal', phone: '98765 43210' },
    attendeeName: null,
  };
  expect(await book(newcomer)).toEqual({ outcome: 'taken', dates: [weeks[1]] });
  expect(await standing()).toEqual([]);
  expect(await desk.db.database.prisma.customer.count({ where: { name: 'Kayal' } })).toBe(0);
});

test('P05 this and following are moved or cancelled together, and the customer hears of it once or not at all', async () => {
  const { visitor, customerId } = await known('Bala');
  await book({ ...customer(customerId), notify: false });
  const [, second] = await standing();
  const { id: bookingId, version } = { id: '', version: 0, ...second };
  const within = null;
  const shown = await loadBooking(desk.db.database.prisma, desk.scope, {
    booking: bookingId,
    within,
    now: desk.now(),
  });
  expect(shown.series).toEqual({ standing: 4, following: 3 });
  const to = { days: 0, startMinute: sevenAm + 60, durationMinutes: 60, resourceId: null };
  const move = { act: 'move', reach: 'following', to } as const;
  const planned = await planSeriesChange(desk.world, desk.scope, { bookingId, within, change: move });
  expect(planned.dates.map((one) => one.to?.startsAt)).toEqual(
    weeks.slice(1).map((on) => at(on, sevenAm + 60)),
  );
  const change = (input: object) => ({ version, key: newId(), tell: true, ...input }) as never;
  const run = (input: object) =>
    changeSeriesFromDashboard(desk.world, desk.scope, meera, { bookingId, within, change: change(input) });
  const before = visitor.received().length;
  expect(await run({ ...move, whenTaken: 'move-nothing' })).toEqual({
    outcome: 'done',
    count: 3,
    missed: [],
    told: 'message',
  });
  await desk.settle();
  expect(visitor.received().length).toBe(before + 1);
  expect(visitor.body()).toBe(planned.notice?.text);
  expect(visitor.body()).toContain('3 of your bookings');
  // The screen from before the move changes nothing any more.
  const cancel = { act: 'cancel', reach: 'all', reason: 'Exams', tell: false };
  expect(await run(cancel)).toEqual({ outcome: 'changed' });
  const now = (await standing())[1]?.version ?? 0;
  expect(await run({ ...cancel, version: now })).toMatchObject({ outcome: 'done', count: 4, told: null });
  expect(await standing()).toEqual([]);
});

test('P05 new times that are taken, or still stand in the series itself, are foretold and missed', async () => {
  await book({ notify: false });
  await takeSecondWeekLater();
  const [first] = await standing();
  const input = { bookingId: first?.id ?? '', within: null };
  const later = { days: 0, startMinute: sevenAm + 60, durationMinutes: 60, resourceId: null };
  const taken = await planSeriesChange(desk.world, desk.scope, {
    ...input,
    change: { act: 'move', reach: 'all', to: later },
  });
  expect(taken.dates.map((one) => one.to !== null)).toEqual([true, false, true, true]);
  const aWeekOn = { ...later, days: 7, startMinute: sevenAm };
  const own = await planSeriesChange(desk.world, desk.scope, {
    ...input,
    change: { act: 'move', reach: 'all', to: aWeekOn },
  });
  expect(own.dates.map((one) => one.to !== null)).toEqual([false, false, false, true]);
  const act = { act: 'move', reach: 'all', to: aWeekOn, version: first?.version ?? 0, tell: false } as const;
  const run = (whenTaken: 'move-nothing' | 'move-the-rest') =>
    changeSeriesFromDashboard(desk.world, desk.scope, meera, {
      ...input,
      change: { ...act, key: newId(), whenTaken },
    });
  expect(await run('move-nothing')).toEqual({ outcome: 'taken', dates: weeks.slice(0, 3) });
  expect(await run('move-the-rest')).toMatchObject({ outcome: 'done', count: 1, missed: weeks.slice(0, 3) });
});

const takeSecondWeekLater = () =>
  bookFromDashboard(desk.world, desk.scope, meera, {
    ...walkIn,
    serviceId,
    resourceId: court,
    startsAt: at(weeks[1] ?? '', sevenAm + 60),
    durationMinutes: 60,
    key: newId(),
    overrideReason: null,
    notify: false,
  });

test('a practitioner reaches only what lies in their own calendar', async () => {
  await book({ notify: false, dates: [...own(weeks.slice(1)), { on: firstOn, resourceId: otherCourt }] });
  const bookings = await standing();
  const cancel = (bookingId: string, version: number) =>
    changeSeriesFromDashboard(desk.world, desk.scope, staff('practitioner'), {
      bookingId,
      within: court,
      change: { act: 'cancel', reach: 'all', reason: 'Leave', version, key: newId(), tell: false },
    });
  await expect(cancel(bookings[0]?.id ?? '', bookings[0]?.version ?? 0)).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await cancel(bookings[1]?.id ?? '', bookings[1]?.version ?? 0)).toMatchObject({ count: 3 });
  expect((await standing()).map(({ resourceId }) => resourceId)).toEqual([otherCourt]);
});
