import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listBusy } from '../../booking/queries';
import { newId } from '../../db/new-id';
import type { ResourceId } from '../../kernel/ids';
import type { StaffActor } from '../../tenancy/types';
import type { RunningGoogle } from '../../stand-ins/google/server';
import { bareWorld } from '../../testing/bare-world';
import { bookSample } from '../../testing/book-sample';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { googleClient, robot, robotKeyFile, startTestGoogle } from '../../testing/google-account';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { linkToken } from '../../vault/link-token';
import { seal, unseal } from '../../vault/seal';
import type { World } from '../types';
import {
  connectKey,
  disconnectAccount,
  linkCalendar,
  listOwnCalendars,
  tryLinkAgain,
  unlinkCalendar,
} from './connect-calendar';
import { askConsent, readConsentState, takeConsent } from './consent';
import { loadCalendars } from './load-calendars';
import type { CalendarEditor } from './manage-feeds';
import { openCalendars } from './open-calendars';
import { receiveNotice } from './receive-notice';
import { decideConflict } from './settle-conflict';
import { syncCalendars } from './sync-calendars';

const secret = 'a secret of this test';
const start = new Date('2026-11-27T04:00:00Z');
const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const minute = 60_000;

let db: TestDatabase;
let google: RunningGoogle;
let world: World;
let now = start;
let club: SampleClub;
let court: ResourceId;
let other: ResourceId;
let calendarId: string;
let count = 0;

beforeAll(async () => {
  db = await createTestDatabase(6);
  google = await startTestGoogle(() => now);
  const publicUrl = 'https://neram.example';
  world = bareWorld(db.database, () => now, {
    publicUrl,
    seal: (plain) => seal(plain, secret),
    signLink: (parts) => linkToken(secret, parts),
    calendars: openCalendars(
      { googleApiUrl: google.url, client: googleClient },
      { unseal: (sealed) => unseal(sealed, secret), clock: { now: () => now }, publicUrl },
    ),
  });
});
afterAll(async () => {
  await google.close();
  await db.drop();
});
beforeEach(async () => {
  now = start;
  await db.database.prisma.calendarLink.updateMany({ data: { endedAt: now } });
  club = await makeSampleClub(db.database, { courts: 2 });
  [court, other] = club.courts as [ResourceId, ResourceId];
  await db.database.prisma.weeklyHours.createMany({
    data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      businessId: club.scope.businessId,
      id: newId(),
      weekday,
      opensMinute: 0,
      closesMinute: 1440,
    })),
  });
  calendarId = `clinic-${String((count += 1))}@group.calendar.google.com`;
  google.control.addCalendar('doctor@gmail.test', calendarId, 'Clinic');
  google.control.share(calendarId, robot.email, 'writer');
});

const owner: StaffActor = { userId: newId(), name: 'Asha', role: 'owner', address: '', agent: '' };
const doctor: StaffActor = { ...owner, userId: newId(), role: 'practitioner' };
const editor = (actor = owner, within: string | null = null): CalendarEditor => ({
  world,
  scope: club.scope,
  actor,
  within,
  leads: actor.role === 'owner',
});
const page = (of = editor()) => loadCalendars(world, club.scope, { ...of, userId: of.actor.userId });
const accountId = async (of = editor()): Promise<string> => (await page(of)).google.accounts[0]?.id ?? '';
const sync = async (afterMs: number): Promise<void> => {
  now = new Date(now.getTime() + afterMs);
  await syncCalendars(world);
};
const linkCourt = async (): Promise<void> => {
  await connectKey(editor(), robotKeyFile);
  await linkCalendar(editor(), { accountId: await accountId(), resourceId: court, calendarId, reads: true });
};
const span = (from: Date, to: Date) => ({
  start: { dateTime: from.toISOString() },
  end: { dateTime: to.toISOString() },
});
const taken = async () =>
  (
    await listBusy(db.database.direct, club.scope, { resourceIds: [court], from: at(0), to: at(24), now })
  ).map(({ start: from }) => new Date(from * 60_000));
const eventId = (bookingId: string): string => bookingId.replaceAll('-', '');

test('a service account is connected by its key, which is never shown, and a calendar by its name', async () => {
  await expect(connectKey(editor(), '{"type":"service_account"}')).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'key', message: 'mistakeKey' }],
  });
  await linkCourt();
  const shown = await page();
  expect(JSON.stringify(shown)).not.toContain('PRIVATE');
  const kept = await db.database.prisma.calendarAccount.findFirstOrThrow({
    where: { businessId: club.scope.businessId },
  });
  expect(kept.credentials).not.toContain('PRIVATE');
  expect(shown.google).toMatchObject({
    consent: true,
    accounts: [{ kind: 'service-account', label: robot.email }],
    links: [{ resourceId: court, calendarName: 'Clinic', reads: true, state: 'active' }],
  });
});

test('a calendar that is not shared is not linked, and the form says what to do', async () => {
  await connectKey(editor(), robotKeyFile);
  google.control.share(calendarId, robot.email, null);
  const wish = { accountId: await accountId(), resourceId: court, calendarId, reads: true };
  await expect(linkCalendar(editor(), wish)).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'calendarId', message: 'mistakeShare' }],
  });
});

test('a doctor signs in at Google, chooses one of their calendars for themselves and nobody else', async () => {
  const theirs = editor(doctor, court);
  const asked = new URL(askConsent(world, club.scope, doctor.userId));
  const state = asked.searchParams.get('state') ?? '';
  expect(readConsentState(world, secret, state)).toEqual({
    businessId: club.scope.businessId,
    userId: doctor.userId,
  });
  asked.searchParams.set('choice', 'doctor@gmail.test');
  const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.pathname).toBe('/api/calendars/google/connected');
  const code = back.searchParams.get('code') ?? '';
  expect(await takeConsent(world, club.scope, { actor: doctor, code })).toBe('connected');
  expect(await takeConsent(world, club.scope, { actor: doctor, code })).toBe('failed');
  const account = await accountId(theirs);
  const { calendars } = await listOwnCalendars(theirs, account);
  expect(calendars).toContainEqual({ id: calendarId, name: 'Clinic' });
  const wish = { accountId: account, calendarId, reads: true };
  await linkCalendar(theirs, { ...wish, resourceId: court });
  for (const resourceId of [other, null])
    await expect(linkCalendar(theirs, { ...wish, resourceId })).rejects.toMatchObject({ code: 'not-found' });
  // Another doctor sees neither the account nor the calendar.
  const another = editor({ ...doctor, userId: newId() }, other);
  expect((await page(another)).google).toMatchObject({ accounts: [], links: [] });
  await expect(listOwnCalendars(another, account)).rejects.toMatchObject({ code: 'not-found' });
});

test('a state that was forged or is too old leads nowhere', () => {
  const asked = new URL(askConsent(world, club.scope, owner.userId));
  const state = asked.searchParams.get('state') ?? '';
  expect(readConsentState(world, secret, `${state}x`)).toBeNull();
  expect(readConsentState(world, 'another secret', state)).toBeNull();
  now = new Date(now.getTime() + 31 * minute);
  expect(readConsentState(world, secret, state)).toBeNull();
});

test('a revoked consent stops and says so; connecting again goes on where it stood', async () => {
  const consent = async (): Promise<void> => {
    const asked = new URL(askConsent(world, club.scope, owner.userId));
    asked.searchParams.set('choice', 'doctor@gmail.test');
    const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
    await takeConsent(world, club.scope, { actor: owner, code: back.searchParams.get('code') ?? '' });
  };
  await consent();
  await linkCalendar(editor(), { accountId: await accountId(), resourceId: court, calendarId, reads: true });
  await sync(2_000);
  google.control.revoke('doctor@gmail.test');
  await bookSample(db.database, club, { startsAt: at(12), now, courts: [court] });
  await sync(2_000);
  expect((await page()).google.links).toMatchObject([{ state: 'revoked' }]);
  const calls = google.control.world.calls.length;
  await sync(60 * minute);
  expect(google.control.world.calls.length).toBe(calls);
  await consent();
  await sync(2_000);
  expect((await page()).google.links).toMatchObject([{ state: 'active' }]);
  expect(google.control.events(calendarId)).toHaveLength(1);
});

test('unlinking frees the time that the calendar took, and so does disconnecting', async () => {
  for (const act of ['unlink', 'disconnect'] as const) {
    await linkCourt();
    const event = google.control.addEvent(calendarId, span(at(10), at(11)));
    await sync(minute);
    expect(await taken()).toEqual([at(10)]);
    const { google: shown } = await page();
    if (act === 'unlink') await unlinkCalendar(editor(), shown.links[0]?.id ?? '');
    else await disconnectAccount(editor(), shown.accounts[0]?.id ?? '');
    expect(await taken()).toEqual([]);
    google.control.deleteEvent(calendarId, event);
  }
  expect((await page()).google).toMatchObject({ accounts: [], links: [] });
});

test('P18 accepting a moved event moves the booking; a time that is taken here is refused and waits on', async () => {
  await linkCourt();
  const booking = await bookSample(db.database, club, { startsAt: at(12), now, courts: [court] });
  const wall = await bookSample(db.database, club, { startsAt: at(14), now, courts: [court] });
  await sync(minute);
  google.control.changeEvent(calendarId, eventId(booking.id), span(at(14), at(15)));
  await sync(minute);
  const [taking] = (await page()).google.conflicts;
  expect(taking).toMatchObject({ kind: 'moved', reference: booking.reference });
  const accept = { act: 'accept', reason: 'Changed in Google Calendar' } as const;
  expect(await decideConflict(editor(), taking?.id ?? '', accept)).toEqual({ outcome: 'refused' });
  google.control.changeEvent(calendarId, eventId(booking.id), span(at(16), at(17)));
  await sync(minute);
  expect(await decideConflict(editor(), taking?.id ?? '', accept)).toEqual({ outcome: 'done' });
  expect((await taken()).sort()).toEqual([at(14), at(16)]);
  expect((await page()).google.conflicts).toEqual([]);
  expect(wall.startsAt).toEqual(at(14));
});

test('P18 rejecting restores the event, moved or deleted', async () => {
  await linkCourt();
  const booking = await bookSample(db.database, club, { startsAt: at(12), now, courts: [court] });
  await sync(minute);
  const startOf = () =>
    google.control.events(calendarId).map(({ body }) => (body['start'] as { dateTime: string }).dateTime);
  for (const change of ['move', 'delete'] as const) {
    if (change === 'move') google.control.changeEvent(calendarId, eventId(booking.id), span(at(15), at(16)));
    else google.control.deleteEvent(calendarId, eventId(booking.id));
    await sync(minute);
    const [conflict] = (await page()).google.conflicts;
    expect(await decideConflict(editor(), conflict?.id ?? '', { act: 'reject' })).toEqual({
      outcome: 'done',
    });
    await sync(2_000);
    expect(startOf()).toEqual([at(12).toISOString()]);
    await sync(minute);
    expect((await page()).google.conflicts).toEqual([]);
  }
});

test('accepting a deleted event cancels the booking', async () => {
  await linkCourt();
  const booking = await bookSample(db.database, club, { startsAt: at(12), now, courts: [court] });
  await sync(minute);
  google.control.deleteEvent(calendarId, eventId(booking.id));
  await sync(minute);
  const [conflict] = (await page()).google.conflicts;
  // A practitioner of another calendar has no say.
  await expect(
    decideConflict(editor(doctor, other), conflict?.id ?? '', { act: 'reject' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await decideConflict(editor(), conflict?.id ?? '', { act: 'accept', reason: 'Doctor is away' });
  expect(await taken()).toEqual([]);
  await expect(decideConflict(editor(), conflict?.id ?? '', { act: 'reject' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an overlap that staff keep is not shown again until the outside event changes', async () => {
  await linkCourt();
  await bookSample(db.database, club, { startsAt: at(12), now, courts: [court] });
  await sync(minute);
  const event = google.control.addEvent(calendarId, span(at(12), at(13)));
  await sync(minute);
  const [conflict] = (await page()).google.conflicts;
  await expect(decideConflict(editor(), conflict?.id ?? '', { act: 'reject' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await decideConflict(editor(), conflict?.id ?? '', { act: 'keep' });
  await sync(minute);
  expect((await page()).google.conflicts).toEqual([]);
  google.control.changeEvent(calendarId, event, span(at(11), at(13)));
  await sync(minute);
  expect((await page()).google.conflicts).toHaveLength(1);
});

test('a notice has the calendar read at the next look, whoever forges one changes nothing', async () => {
  await linkCourt();
  await sync(2_000);
  const token = [...google.control.world.channels.values()].find(
    (one) => one.calendarId === calendarId,
  )?.token;
  const told = () => receiveNotice(world, secret, token ?? '');
  // Of a channel by which nothing ever came, nothing is hoped: it is read every minute all the same.
  google.control.addEvent(calendarId, span(at(10), at(11)));
  await sync(minute);
  expect(await taken()).toEqual([at(10)]);
  expect(await told()).toBe(true);
  await sync(2_000);
  google.control.addEvent(calendarId, span(at(12), at(13)));
  expect(await receiveNotice(world, secret, `${token ?? ''}x`)).toBe(false);
  expect(await receiveNotice(world, secret, linkToken(secret, ['b', newId(), newId(), newId()]))).toBe(false);
  await sync(2_000);
  expect(await taken()).toEqual([at(10)]);
  expect(await told()).toBe(true);
  await sync(2_000);
  expect((await taken()).sort()).toEqual([at(10), at(12)]);
});

test('what was mended by hand is looked at now', async () => {
  await linkCourt();
  google.control.share(calendarId, robot.email, null);
  await sync(2_000);
  const [link] = (await page()).google.links;
  expect(link?.state).toBe('not-found');
  google.control.share(calendarId, robot.email, 'writer');
  await tryLinkAgain(editor(), link?.id ?? '');
  await sync(0);
  expect((await page()).google.links).toMatchObject([{ state: 'active' }]);
});
