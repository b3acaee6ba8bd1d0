import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelBooking } from '../../booking/commands/cancel-booking';
import { holdSlot } from '../../booking/commands/hold-slot';
import { findBooking } from '../../booking/queries';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import type { StaffActor } from '../../tenancy/types';
import { bareWorld } from '../../testing/bare-world';
import { bookSample } from '../../testing/book-sample';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { linkToken } from '../../vault/link-token';
import { actOnBooking } from '../act-on-booking';
import { bookingFact } from '../booking-fact';
import type { World } from '../types';
import { linkedBookingCalendar } from './booking-calendar';
import { calendarFeed } from './calendar-feed';
import { loadCalendars } from './load-calendars';
import { chooseTitles, endFeed, makeFeed, type CalendarEditor } from './manage-feeds';

const secret = 'a secret of this test';
const now = new Date('2026-11-27T04:00:00Z');
const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));

let db: TestDatabase;
let world: World;
let club: SampleClub;
let owner: StaffActor;

beforeAll(async () => {
  db = await createTestDatabase(4);
  world = bareWorld(db.database, () => now, { signLink: (parts) => linkToken(secret, parts) });
});
afterAll(() => db.drop());
beforeEach(async () => {
  club = await makeSampleClub(db.database, { courts: 2 });
  owner = await member('owner', null);
});

async function member(role: StaffActor['role'], resourceId: string | null): Promise<StaffActor> {
  const { prisma } = db.database;
  const id = newId();
  await prisma.staffUser.create({
    data: { id, email: `${id}@club.test`, name: 'Asha', passwordHash: 'none' },
  });
  const { businessId } = club.scope;
  await prisma.membership.create({ data: { businessId, id: newId(), userId: id, role, resourceId } });
  return { userId: id, name: 'Asha', role, address: '', agent: '' };
}

const editor = (actor: StaffActor = owner, within: string | null = null): CalendarEditor => ({
  world,
  scope: club.scope,
  actor,
  within,
  leads: actor.role === 'owner',
});

/** The token of the address that Settings shows: of a court, or of whoever asks. */
async function address(resourceId: string | null, of = editor()): Promise<string> {
  const page = await loadCalendars(world, club.scope, { ...of, userId: of.actor.userId });
  const feed = resourceId ? page.resources.find(({ id }) => id === resourceId)?.feed : page.own;
  const [, token] = /\/ical\/(.+)\.ics$/.exec(feed?.address ?? '') ?? [];
  return token ?? '';
}

const read = async (token: string) => {
  const file = await calendarFeed(world, secret, token);
  if (file === null) return null;
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return root.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      startsAt: event.startDate.toJSDate(),
      title: event.summary,
      status: String(part.getFirstPropertyValue('status')),
    };
  });
};

test('a court’s address shows its bookings and nobody else’s, and no holds', async () => {
  const [one, two] = club.courts;
  if (!one || !two) throw new Error('two courts');
  const booking = await bookSample(db.database, club, { startsAt: at(12), now, courts: [one] });
  await bookSample(db.database, club, { startsAt: at(12), now, courts: [two] });
  await transaction(db.database, (tx) =>
    holdSlot(tx, club.scope, club.wish({ startsAt: at(14), now, courts: [one] })),
  );
  await makeFeed(editor(), one);
  expect(await read(await address(one))).toEqual([
    { uid: `${booking.id}@neram`, startsAt: at(12), title: 'S.', status: 'CONFIRMED' },
  ]);
});

test('a cancelled booking stays for a while, said to be cancelled, with the same id', async () => {
  const [one = ''] = club.courts;
  const booking = await bookSample(db.database, club, { startsAt: at(12), now });
  await makeFeed(editor(), one);
  await transaction(db.database, (tx) =>
    cancelBooking(tx, club.scope, { bookingId: booking.id, actor: { kind: 'staff' }, now, reason: 'rain' }),
  );
  expect(await read(await address(one))).toEqual([
    { uid: `${booking.id}@neram`, startsAt: at(12), title: 'ரத்து: S.', status: 'CANCELLED' },
  ]);
});

test('a new address ends the one before, and an ended one works no more', async () => {
  const [one = ''] = club.courts;
  await makeFeed(editor(), one);
  const first = await address(one);
  await makeFeed(editor(), one);
  const second = await address(one);
  expect(await calendarFeed(world, secret, first)).toBeNull();
  expect(await calendarFeed(world, secret, second)).not.toBeNull();
  const page = await loadCalendars(world, club.scope, { userId: owner.userId, within: null, leads: true });
  await endFeed(editor(), page.resources[0]?.feed?.id ?? '');
  expect(await calendarFeed(world, secret, second)).toBeNull();
  expect(await address(one)).toBe('');
});

test('an address is as secret as its signature: a changed, foreign or other link opens nothing', async () => {
  const [one = ''] = club.courts;
  await makeFeed(editor(), one);
  const token = await address(one);
  const { businessId } = club.scope;
  for (const wrong of [
    '',
    `${token.slice(0, -1)}x`,
    linkToken('another secret', ['f', businessId, newId()]),
    linkToken(secret, ['f', businessId, newId()]),
    linkToken(secret, ['b', businessId, newId()]),
  ])
    expect(await calendarFeed(world, secret, wrong)).toBeNull();
});

test('a practitioner’s own address shows their calendar, and ends with their membership', async () => {
  const [one, two] = club.courts;
  if (!one || !two) throw new Error('two courts');
  await bookSample(db.database, club, { startsAt: at(12), now, courts: [one] });
  await bookSample(db.database, club, { startsAt: at(13), now, courts: [two] });
  const doctor = await member('practitioner', two);
  await makeFeed(editor(doctor, two), null);
  const token = await address(null, editor(doctor, two));
  expect((await read(token))?.map(({ startsAt }) => startsAt)).toEqual([at(13)]);
  await db.database.prisma.membership.deleteMany({
    where: { businessId: club.scope.businessId, userId: doctor.userId },
  });
  expect(await calendarFeed(world, secret, token)).toBeNull();
});

test('nobody gives out the calendar of another doctor, and reception none but its own', async () => {
  const [one = '', two = ''] = club.courts;
  const doctor = await member('practitioner', two);
  await expect(makeFeed(editor(doctor, two), one)).rejects.toMatchObject({ code: 'not-found' });
  await expect(makeFeed(editor(await member('staff', null)), one)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(makeFeed(editor(), newId())).rejects.toMatchObject({ code: 'not-found' });
});

test('the business chooses how much of a person is shown', async () => {
  await bookSample(db.database, club, { startsAt: at(12), now });
  const [one = ''] = club.courts;
  await makeFeed(editor(), one);
  const token = await address(one);
  const titleWith = async (titles: 'full' | 'booked') => {
    await chooseTitles(editor(), titles);
    return (await read(token))?.[0]?.title;
  };
  expect(await titleWith('full')).toBe('Sample');
  expect(await titleWith('booked')).toBe('பதிவாகியுள்ளது');
});

test('the link of a booking ends when staff say so, and the next message has a new one', async () => {
  const booking = await bookSample(db.database, club, { startsAt: at(12), now });
  const tokenOf = async (): Promise<string> => {
    const found = await findBooking(db.database.prisma, club.scope, booking.id);
    if (!found) throw new Error('no booking');
    return bookingFact(world, club.scope, found).calendarUrl.split('/').at(-1) ?? '';
  };
  const first = await tokenOf();
  expect(await linkedBookingCalendar(world, secret, first)).toContain('BEGIN:VEVENT');
  await actOnBooking(world, club.scope, {
    actor: owner,
    booking: booking.id,
    within: null,
    act: { act: 'calendar-link' },
  });
  expect(await linkedBookingCalendar(world, secret, first)).toBeNull();
  expect(await linkedBookingCalendar(world, secret, await tokenOf())).toContain('BEGIN:VEVENT');
});

test('the same state is the same bytes, and a change is another sequence', async () => {
  const booking = await bookSample(db.database, club, { startsAt: at(12), now });
  const link = linkToken(secret, ['b', club.scope.businessId, booking.id]);
  const first = await linkedBookingCalendar(world, secret, link);
  expect(await linkedBookingCalendar(world, secret, link)).toBe(first);
  expect(first).toContain('SEQUENCE:2');
  expect(first).toContain('TZID:Asia/Kolkata');
  expect(first).not.toContain('SUMMARY:Sample\r');
});
