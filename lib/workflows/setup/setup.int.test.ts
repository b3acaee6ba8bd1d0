import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../../booking/commands/confirm-booking';
import { holdSlot } from '../../booking/commands/hold-slot';
import { addClosures } from '../../catalog/commands/add-closures';
import { loadSetup } from '../../catalog/setup/queries';
import type { ResourceForm } from '../../catalog/setup/schema';
import { transaction } from '../../db/transaction';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { loadAvailability } from '../load-availability';
import { loadStandingFacts } from '../standing-facts';
import { archiveFromSetup } from './archive-from-setup';
import type { SetupEditor } from './change-setup';
import { orderSetup } from './order-setup';
import { savePhoto } from './save-photo';
import { savePrices } from './save-prices';
import { saveResource } from './save-resource';
import { saveTimetable } from './save-timetable';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const editorOf = ({ scope }: SampleClub): SetupEditor => ({
  world: { database: db.database, clock: { now: () => now } },
  scope,
  actor: { userId: 'u', name: 'Kalai', role: 'owner', address: '127.0.0.1', agent: 'test' },
});

const doctor = (serviceId: string): ResourceForm => ({
  kind: 'doctor',
  name: { en: 'Dr. Valli', ta: 'டாக்டர் வள்ளி' },
  detail: null,
  aliases: ['valli'],
  capacity: 1,
  offerings: [{ serviceId, durationMinutes: [30], stepMinutes: 30, pricePaise: 50_000 }],
});

const timetableOf = async (club: SampleClub, resourceId: string | null) => {
  const found = (await loadSetup(db.database.prisma, club.scope)).timetables.find(
    (one) => one.resourceId === resourceId,
  );
  if (!found) throw new Error('Every resource has a timetable.');
  return found;
};

test('a doctor added with hours and leave is obeyed by the chat at once', async () => {
  const club = await makeSampleClub(db.database);
  const editor = editorOf(club);
  // The chat has read the offer before, and keeps it.
  await loadStandingFacts(db.database.prisma, club.scope, now);
  const resourceId = await saveResource(editor, doctor(club.serviceId));
  const { revision } = await timetableOf(club, resourceId);
  const hours = [
    { kind: 'open' as const, weekday: 2, opensMinute: 600, closesMinute: 720 },
    { kind: 'open' as const, weekday: 3, opensMinute: 600, closesMinute: 720 },
  ];
  await saveTimetable(editor, { resourceId, hours }, revision);
  const leave = { startsOn: '2026-11-25', endsOn: '2026-11-25', yearly: false, reason: { en: 'Leave' } };
  await transaction(db.database, (tx) => addClosures(tx, club.scope, [{ resourceId, ...leave }], now));

  const { catalog, services } = await loadStandingFacts(db.database.prisma, club.scope, now);
  expect(services[0]?.resources.map((one) => one.name.en)).toContain('Dr. Valli');
  const wish = { serviceId: club.serviceId, resourceId, fromDate: '2026-11-24', toDate: '2026-11-26', now };
  const days = await loadAvailability(db.database.prisma, club.scope, { ...wish, catalog });
  expect(days.map((day) => day.slots.length)).toEqual([4, 0, 0]);
  expect(days[0]?.slots[0]?.free[0]).toMatchObject({ durationMinutes: 30, pricePaise: 25_000 });
  expect(days[1]?.closed).toMatchObject({ kind: 'closure', reason: { en: 'Leave' } });
});

test('of two forms opened at the same moment the second one is told, and overwrites nothing', async () => {
  const club = await makeSampleClub(db.database);
  const editor = editorOf(club);
  const id = await saveResource(editor, doctor(club.serviceId));
  const read = (await loadSetup(db.database.prisma, club.scope)).resources.find((one) => one.id === id);
  const seen = { id, revision: read?.revision ?? '' };
  const form = doctor(club.serviceId);
  await saveResource(editor, { ...form, name: { en: 'First' } }, seen);
  await expect(saveResource(editor, { ...form, name: { en: 'Second' } }, seen)).rejects.toMatchObject({
    code: 'conflict',
  });
  const stored = (await loadSetup(db.database.prisma, club.scope)).resources.find((one) => one.id === id);
  expect(stored?.name).toEqual({ en: 'First' });

  const week = await timetableOf(club, null);
  const open = { kind: 'open' as const, weekday: 1, opensMinute: 600, closesMinute: 720 };
  await saveTimetable(editor, { resourceId: null, hours: [open] }, week.revision);
  await expect(saveTimetable(editor, { resourceId: null, hours: [] }, week.revision)).rejects.toMatchObject({
    code: 'conflict',
  });
  // Other parts are not touched by it: a price form that was open stays good.
  const prices = (await loadSetup(db.database.prisma, club.scope)).prices[0];
  await saveResource(editor, form);
  await savePrices(editor, club.serviceId, { rules: [], revision: prices?.revision ?? '' });
});

test('who is booked is not archived away; without bookings it leaves the offer and can come back', async () => {
  const club = await makeSampleClub(db.database, { courts: 2 });
  const editor = editorOf(club);
  const startsAt = new Date('2026-11-24T04:30:00Z');
  const [booked = '', free = ''] = club.courts;
  await transaction(db.database, async (tx) => {
    const wish = club.wish({ startsAt, now, courts: club.courts.slice(0, 1) });
    const held = await holdSlot(tx, club.scope, wish);
    if (!held.ok) throw new Error(held.reason);
    await confirmBooking(tx, club.scope, { bookingId: held.value.id, actor: { kind: 'customer' }, now });
  });
  const revisionOf = async (id: string): Promise<string> =>
    (await loadSetup(db.database.prisma, club.scope)).resources.find((one) => one.id === id)?.revision ?? '';
  const change = async (id: string, archived: boolean) =>
    archiveFromSetup(editor, { kind: 'resource', id, archived, revision: await revisionOf(id) });
  expect(await change(booked, true)).toEqual({ done: false, upcoming: 1 });
  expect(await change(free, true)).toEqual({ done: true, upcoming: 0 });
  const offered = async () =>
    (await loadStandingFacts(db.database.prisma, club.scope, now)).services[0]?.resources.length;
  expect(await offered()).toBe(1);
  expect(await change(free, false)).toEqual({ done: true, upcoming: 0 });
  expect(await offered()).toBe(2);
});

test('the order of setup is the order customers see, and every change is in the audit log', async () => {
  const club = await makeSampleClub(db.database, { courts: 3 });
  const ids = [...club.courts].reverse();
  await orderSetup(editorOf(club), { kind: 'resource', ids });
  const { services } = await loadStandingFacts(db.database.prisma, club.scope, now);
  expect(services[0]?.resources.map((one) => one.id)).toEqual(ids);
  const audit = { businessId: club.scope.businessId, action: 'resource.order' };
  expect(await db.database.prisma.auditEntry.count({ where: audit })).toBe(1);
});

test('a picture is known by its content; another kind of file and one too large are refused', async () => {
  const club = await makeSampleClub(db.database);
  const editor = editorOf(club);
  const of = { kind: 'resource' as const, id: club.courts[0] ?? '' };
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const first = await savePhoto(editor, { ...of, bytes: jpeg });
  const second = await savePhoto(editor, { ...of, bytes: jpeg });
  expect(second).not.toBe(first);
  const { businessId } = club.scope;
  expect(await db.database.prisma.photo.count({ where: { businessId } })).toBe(1);
  const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
  await expect(savePhoto(editor, { ...of, bytes: script })).rejects.toMatchObject({ code: 'invalid' });
  const large = new Uint8Array(2 * 1024 * 1024 + 1);
  large.set(jpeg);
  await expect(savePhoto(editor, { ...of, bytes: large })).rejects.toMatchObject({ code: 'too-large' });
  await savePhoto(editor, { ...of, bytes: null });
  expect(await db.database.prisma.photo.count({ where: { businessId } })).toBe(0);
});

test('a logo is kept beside the business’s form, and its form stays as fresh as it was', async () => {
  const club = await makeSampleClub(db.database);
  const editor = editorOf(club);
  const { revision } = (await loadSetup(db.database.prisma, club.scope)).business;
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
  const logo = await savePhoto(editor, { kind: 'business', bytes: jpeg });
  const { business } = await loadSetup(db.database.prisma, club.scope);
  expect(business).toMatchObject({ photoId: logo, revision });
  await savePhoto(editor, { kind: 'business', bytes: null });
  expect((await loadSetup(db.database.prisma, club.scope)).business.photoId).toBeNull();
});

test('nobody changes the setup of another business', async () => {
  const mine = await makeSampleClub(db.database);
  const other = await makeSampleClub(db.database);
  const foreign = { id: other.courts[0] ?? '', revision: 'x' };
  await expect(saveResource(editorOf(mine), doctor(mine.serviceId), foreign)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(saveResource(editorOf(mine), doctor(other.serviceId))).rejects.toThrow();
  const [theirs] = (await loadSetup(db.database.prisma, other.scope)).resources;
  expect(theirs?.name).toEqual({ en: 'Sample' });
});
