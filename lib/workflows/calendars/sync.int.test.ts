import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelBooking } from '../../booking/commands/cancel-booking';
import { moveBooking } from '../../booking/commands/move-booking';
import { listBusy } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { transaction } from '../../db/transaction';
import type { ResourceId } from '../../kernel/ids';
import { tellAgain } from '../../mirrors/commands/copies';
import { findLink, listConflicts } from '../../mirrors/links/queries';
import type { RunningGoogle } from '../../stand-ins/google/server';
import { bareWorld } from '../../testing/bare-world';
import { bookSample } from '../../testing/book-sample';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { linkCalendar, robot, startTestGoogle } from '../../testing/google-account';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import type { World } from '../types';
import { openCalendars } from './open-calendars';
import { syncCalendars } from './sync-calendars';

const start = new Date('2026-11-27T04:00:00Z');
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 28, hour, minute));

let db: TestDatabase;
let google: RunningGoogle;
let world: World;
let now = start;
let club: SampleClub;
let court: ResourceId;
let other: ResourceId;
let calendarId: string;
let linkId: string;
let count = 0;

beforeAll(async () => {
  db = await createTestDatabase(12);
  google = await startTestGoogle(() => now);
  world = worldWith('http://localhost:3000');
});
afterAll(async () => {
  await google.close();
  await db.drop();
});

const worldWith = (publicUrl: string): World =>
  bareWorld(db.database, () => now, {
    publicUrl,
    calendars: openCalendars(
      { googleApiUrl: google.url, client: null },
      { unseal: (sealed) => sealed, clock: { now: () => now }, publicUrl },
    ),
  });

beforeEach(async () => {
  now = start;
  google.control.noMoreRefusals();
  await db.database.prisma.calendarLink.updateMany({ data: { endedAt: now } });
  club = await makeSampleClub(db.database, { courts: 2 });
  [court, other] = club.courts as [ResourceId, ResourceId];
  calendarId = `court-${String((count += 1))}@group.calendar.google.com`;
  linkId = await linkCalendar(world, club.scope, { google, calendarId, resourceId: court });
});

/** Some time later the workers look again. */
async function sync(afterMs = 2_000): Promise<void> {
  now = new Date(now.getTime() + afterMs);
  await syncCalendars(world);
}
const minute = 60_000;

const book = (startsAt: Date, courts = [court]) => bookSample(db.database, club, { startsAt, now, courts });

const move = (booking: Booking, to: { resourceId?: ResourceId; startsAt: Date }) =>
  transaction(db.database, (tx) =>
    moveBooking(tx, club.scope, {
      ...club.wish({ startsAt: to.startsAt, now, courts: [to.resourceId ?? court] }),
      bookingId: booking.id,
      actor: { kind: 'staff' },
      expectedVersion: booking.version,
    }),
  );

const cancel = (bookingId: string) =>
  transaction(db.database, (tx) =>
    cancelBooking(tx, club.scope, { bookingId, actor: { kind: 'staff' }, now, reason: 'rain' }),
  );

type Shown = { summary: string; start: { dateTime: string } };
const shown = (calendar = calendarId) =>
  google.control.events(calendar).map(({ body }) => {
    const { summary, start: from } = body as Shown;
    return [summary, from.dateTime];
  });

const link = async () => {
  const found = await findLink(db.database.prisma, club.scope, linkId);
  if (!found) throw new Error('no link');
  return found;
};
const conflicts = () => listConflicts(db.database.prisma, club.scope);

/** The free hours of the court between 10 and 16 UTC, as bookings would find them. */
async function taken(resourceId = court): Promise<[Date, Date][]> {
  const busy = await listBusy(db.database.direct, club.scope, {
    resourceIds: [resourceId],
    from: at(0),
    to: at(24),
    now,
  });
  return busy
    .map(({ start: from, end }): [Date, Date] => [new Date(from * 60_000), new Date(end * 60_000)])
    .sort(([one], [two]) => one.getTime() - two.getTime());
}

const eventIdOf = (booking: Booking): string => booking.id.replaceAll('-', '');
const span = (from: Date, to: Date) => ({
  start: { dateTime: from.toISOString() },
  end: { dateTime: to.toISOString() },
});

test('a booking becomes one event, which moves and goes with it', async () => {
  const booking = await book(at(12));
  await sync();
  expect(shown()).toEqual([['S.', at(12).toISOString()]]);
  const moved = await move(booking, { startsAt: at(14) });
  await sync();
  expect(shown()).toEqual([['S.', at(14).toISOString()]]);
  expect(moved.ok).toBe(true);
  await cancel(booking.id);
  await sync();
  expect(shown()).toEqual([]);
  const before = google.control.world.calls.length;
  await sync();
  expect(google.control.world.calls.length).toBe(before);
});

test('a booking that moves to another court leaves one calendar and comes into the other', async () => {
  const second = `${calendarId}.second`;
  await linkCalendar(world, club.scope, { google, calendarId: second, resourceId: other });
  const booking = await book(at(12));
  await sync();
  await move(booking, { resourceId: other, startsAt: at(12) });
  await sync();
  expect([shown(), shown(second)]).toEqual([[], [['S.', at(12).toISOString()]]]);
});

test('the business’s own calendar shows all courts, by name, and blocks none', async () => {
  const all = `${calendarId}.all`;
  await linkCalendar(world, club.scope, { google, calendarId: all, resourceId: null });
  await book(at(12));
  await book(at(12), [other]);
  google.control.addEvent(all, span(at(9), at(10)));
  await sync(minute);
  expect(google.control.events(all)).toHaveLength(3);
  expect(shown(all)).toContainEqual(['Sample: S.', at(12).toISOString()]);
  expect(await taken(other)).toEqual([[at(12), at(13)]]);
});

test('an answer that is lost, and a worker that dies before it is written down, leave one event', async () => {
  const booking = await book(at(12));
  google.control.refuseNext('lost-answer');
  await sync();
  expect((await link()).state).toBe('unreachable');
  await sync(minute);
  expect(shown()).toHaveLength(1);
  await db.database.prisma.calendarCopy.deleteMany({ where: { businessId: club.scope.businessId } });
  await sync();
  expect(shown()).toHaveLength(1);
  await tellAgain(db.database.prisma, club.scope, { linkId, bookingIds: [booking.id] });
  await sync();
  expect(shown()).toHaveLength(1);
});

test('many workers at once write each booking once', async () => {
  for (const hour of [5, 6, 7, 8]) await book(at(hour));
  now = new Date(now.getTime() + 2_000);
  const before = google.control.world.calls.length;
  await Promise.all(Array.from({ length: 5 }, () => syncCalendars(world)));
  const inserts = google.control.world.calls.slice(before).filter((one) => one.startsWith('POST'));
  expect([shown().length, inserts.length]).toEqual([4, 4]);
});

test('busy times there block the court here within a minute, and free it again', async () => {
  await sync();
  const dentist = google.control.addEvent(calendarId, span(at(10), at(11, 30)));
  google.control.addEvent(calendarId, span(at(11), at(12)));
  google.control.addEvent(calendarId, { ...span(at(14), at(15)), transparency: 'transparent' });
  await sync(minute);
  expect(await taken()).toEqual([[at(10), at(12)]]);
  await expect(book(at(11))).rejects.toThrow('slot-taken');
  google.control.deleteEvent(calendarId, dentist);
  await sync(minute);
  expect(await taken()).toEqual([[at(11), at(12)]]);
  await book(at(10));
});

test('a busy time over a booking takes what is left, is shown to staff, and never moves the booking', async () => {
  await book(at(10));
  await sync();
  google.control.addEvent(calendarId, span(at(9, 30), at(12)));
  await sync(minute);
  expect(await taken()).toEqual([
    [at(9, 30), at(10)],
    [at(10), at(11)],
    [at(11), at(12)],
  ]);
  expect(await conflicts()).toMatchObject([{ kind: 'overlap', startsAt: at(9, 30), endsAt: at(12) }]);
  await sync(minute);
  expect(await conflicts()).toHaveLength(1);
});

test('an overlap is over when the booking goes, and its time is the outside event’s at once', async () => {
  const booking = await book(at(10));
  await sync();
  google.control.addEvent(calendarId, span(at(9), at(12)));
  await sync(minute);
  await cancel(booking.id);
  await sync();
  expect(await conflicts()).toEqual([]);
  expect(await taken()).toEqual([[at(9), at(12)]]);
});

test('P18 an edit in Google Calendar becomes a proposal within a minute, and the booking stands', async () => {
  const booking = await book(at(12));
  await sync();
  google.control.changeEvent(calendarId, eventIdOf(booking), span(at(14), at(15)));
  await sync(minute);
  expect(await conflicts()).toMatchObject([
    { kind: 'moved', bookingId: booking.id, startsAt: at(14), endsAt: at(15) },
  ]);
  expect(await taken()).toEqual([[at(12), at(13)]]);
  // Nothing is written over it meanwhile, and moving it back ends it.
  await sync(minute);
  expect(shown()).toEqual([['S.', at(14).toISOString()]]);
  google.control.changeEvent(calendarId, eventIdOf(booking), span(at(12), at(13)));
  await sync(minute);
  expect(await conflicts()).toEqual([]);
});

test('a deleted event of ours is a proposal too, and a change of the booking overtakes it', async () => {
  const booking = await book(at(12));
  await sync();
  google.control.deleteEvent(calendarId, eventIdOf(booking));
  await sync(minute);
  expect(await conflicts()).toMatchObject([{ kind: 'deleted', bookingId: booking.id }]);
  await move(booking, { startsAt: at(15) });
  await sync();
  expect(await conflicts()).toEqual([]);
  expect(shown()).toEqual([['S.', at(15).toISOString()]]);
});

test('a forgotten place means reading everything anew, with the same result', async () => {
  await book(at(12));
  await sync();
  google.control.addEvent(calendarId, span(at(10), at(11)));
  google.control.forgetSyncTokens(calendarId);
  await sync(minute);
  expect(await taken()).toEqual([
    [at(10), at(11)],
    [at(12), at(13)],
  ]);
  expect(await conflicts()).toEqual([]);
});

test('the nightly comparison brings back what is missing, rewords what is wrong and removes what should not be there', async () => {
  const missing = await book(at(12));
  const reworded = await book(at(14));
  await sync();
  google.control.world.calendars.get(calendarId)?.events.delete(eventIdOf(missing));
  google.control.changeEvent(calendarId, eventIdOf(reworded), { summary: 'Scribbled' });
  google.control.addEvent(calendarId, {
    ...span(at(8), at(9)),
    extendedProperties: { private: { app: 'neram', bookingId: '01939d2e-0000-7000-8000-00000000dead' } },
    id: '01939d2e00007000800000000000dead',
  });
  await sync(18 * 60 * minute);
  await sync();
  expect(shown().sort()).toEqual([
    ['S.', at(12).toISOString()],
    ['S.', at(14).toISOString()],
  ]);
});

test.each([
  ['quota', 'quota'],
  ['server-error', 'unreachable'],
] as const)(
  'P08 %s changes nothing of what is free, shows how it stands, and mends itself',
  async (refusal, state) => {
    await sync();
    google.control.addEvent(calendarId, span(at(10), at(11)));
    await sync(minute);
    google.control.refuseNext(refusal, refusal);
    const booking = await book(at(12));
    await sync();
    expect(await link()).toMatchObject({ state, failures: 1 });
    expect(await taken()).toEqual([
      [at(10), at(11)],
      [at(12), at(13)],
    ]);
    // Too early: the pause is kept.
    const calls = google.control.world.calls.length;
    await sync(100);
    expect(google.control.world.calls.length).toBe(calls);
    google.control.noMoreRefusals();
    await sync(2 * minute);
    expect(await link()).toMatchObject({ state: 'active', failures: 0 });
    expect(google.control.events(calendarId).map(({ id }) => id)).toContain(eventIdOf(booking));
  },
);

test('a calendar that is no longer shared, and one that is deleted, show as such and mend when they are back', async () => {
  await book(at(12));
  google.control.share(calendarId, robot.email, 'reader');
  await sync();
  expect((await link()).state).toBe('no-access');
  google.control.share(calendarId, robot.email, null);
  await sync(11 * minute);
  expect((await link()).state).toBe('not-found');
  google.control.share(calendarId, robot.email, 'writer');
  await sync(11 * minute);
  expect((await link()).state).toBe('active');
  expect(shown()).toHaveLength(1);
});

test('a clock that is wrong shows as such', async () => {
  const theirs = now;
  const askew = new Date(theirs.getTime() + 3 * 60 * minute);
  const wrong = bareWorld(db.database, () => askew, {
    calendars: openCalendars(
      { googleApiUrl: google.url, client: null },
      { unseal: (sealed) => sealed, clock: { now: () => askew }, publicUrl: 'http://localhost:3000' },
    ),
  });
  await syncCalendars(wrong);
  expect((await link()).state).toBe('clock');
});

test('a dead connection stops all of its calendars until it is connected again', async () => {
  const second = `${calendarId}.second`;
  await linkCalendar(world, club.scope, { google, calendarId: second, resourceId: other });
  const key = google.control.world.serviceAccounts.get(robot.email) ?? '';
  google.control.revoke(robot.email);
  const fresh = worldWith('http://localhost:3000');
  now = new Date(now.getTime() + 2_000);
  await syncCalendars(fresh);
  const states = await db.database.prisma.calendarLink.findMany({
    where: { businessId: club.scope.businessId },
    select: { state: true, lookAt: true },
  });
  expect(states).toEqual([
    { state: 'revoked', lookAt: null },
    { state: 'revoked', lookAt: null },
  ]);
  google.control.addServiceAccount(robot.email, key);
  await linkCalendar(world, club.scope, { google, calendarId: `${calendarId}.all`, resourceId: null });
  now = new Date(now.getTime() + 2_000);
  await syncCalendars(fresh);
  expect((await link()).state).toBe('active');
});

test('where we can be reached, changes are told: a channel is asked for, and renewed before it ends', async () => {
  const reachable = worldWith('https://neram.example');
  now = new Date(now.getTime() + 2_000);
  await syncCalendars(reachable);
  const first = await link();
  expect(google.control.world.channels.get(first.watchId ?? '')?.address).toBe(
    'https://neram.example/api/calendars/google/changes',
  );
  now = new Date(now.getTime() + 6.5 * 24 * 60 * minute);
  await syncCalendars(reachable);
  const second = await link();
  expect(second.watchId).not.toBe(first.watchId);
  expect([...google.control.world.channels.keys()]).not.toContain(first.watchId);
});
