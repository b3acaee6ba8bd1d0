import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startGoogle, type GoogleControl, type RunningGoogle } from '../../stand-ins/google/server';
import type { CalendarCredentials } from '../credentials';
import type { OutsideCalendar, OwnEvent } from '../types';
import { openGoogle } from './calendar';
import { consentAddress, redeemCode } from './consent';

const client = { clientId: 'neram', clientSecret: 'client-secret' };
const robot = 'neram@project.iam.gserviceaccount.com';
const doctor = 'doctor@gmail.test';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const credentials: CalendarCredentials = {
  kind: 'service-account',
  email: robot,
  keyId: 'key-1',
  privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
};

let google: RunningGoogle;
let control: GoogleControl;
let theirs = new Date('2026-11-27T04:00:00Z');
let ours = theirs;
let calendar: OutsideCalendar;
let clinic: string;
let count = 0;

const addresses = () => ({
  apiUrl: google.url,
  tokenUrl: `${google.url}/token`,
  consentUrl: `${google.url}/o/oauth2/v2/auth`,
});
const open = (given: CalendarCredentials = credentials) =>
  openGoogle(given, { addresses: addresses(), client, clock: { now: () => ours } });

beforeAll(async () => {
  google = await startGoogle({
    port: 0,
    client: { id: 'neram', secret: 'client-secret' },
    now: () => theirs,
  });
  control = google.control;
});
afterAll(() => google.close());
beforeEach(() => {
  theirs = ours = new Date('2026-11-27T04:00:00Z');
  control.addPerson(doctor);
  control.addServiceAccount(robot, keys.publicKey.export({ type: 'spki', format: 'pem' }) as string);
  clinic = `clinic-${String((count += 1))}@group.calendar.google.com`;
  control.addCalendar(doctor, clinic, 'Clinic');
  control.share(clinic, robot, 'writer');
  control.noMoreRefusals();
  calendar = open();
});

const event: OwnEvent = {
  bookingId: '01939d2e-0000-7000-8000-000000000001',
  version: 2,
  startsAt: new Date('2026-11-28T12:30:00Z'),
  endsAt: new Date('2026-11-28T13:30:00Z'),
  zone: 'Asia/Kolkata',
  title: 'A. K. <b>',
  details: 'Booking K7M2PQ & more',
  place: 'Chennai',
  url: 'https://neram.example/demo/bookings/K7M2PQ',
  status: 'confirmed',
};
const later = { ...event, version: 3, startsAt: event.endsAt, endsAt: new Date('2026-11-28T14:30:00Z') };
const from = new Date('2026-11-27T00:00:00Z');

const standing = () =>
  control.events(clinic).map(({ id, body }) => [id, (body['start'] as { dateTime: string }).dateTime]);
const id = '01939d2e000070008000000000000001';

test('an event is made, moved and deleted, and each of these may be repeated', async () => {
  for (const known of [false, false, true]) {
    expect(await calendar.putEvent(clinic, event, known)).toEqual({ ok: true, value: null });
    expect(standing()).toEqual([[id, '2026-11-28T12:30:00.000Z']]);
  }
  await calendar.putEvent(clinic, later, true);
  expect(standing()).toEqual([[id, '2026-11-28T13:30:00.000Z']]);
  for (let times = 0; times < 2; times += 1)
    expect(await calendar.removeEvent(clinic, event.bookingId)).toEqual({ ok: true, value: null });
  expect(standing()).toEqual([]);
});

test('a deleted event comes back, though its id stays used', async () => {
  await calendar.putEvent(clinic, event, false);
  await calendar.removeEvent(clinic, event.bookingId);
  expect(await calendar.putEvent(clinic, later, true)).toEqual({ ok: true, value: null });
  expect(standing()).toEqual([[id, '2026-11-28T13:30:00.000Z']]);
});

test('an answer that is lost leaves one event, however often it is tried', async () => {
  control.refuseNext('lost-answer');
  expect(await calendar.putEvent(clinic, event, false)).toMatchObject({ ok: false, reason: 'unreachable' });
  expect(await calendar.putEvent(clinic, event, false)).toEqual({ ok: true, value: null });
  expect(standing()).toHaveLength(1);
});

test('changes are read page by page, then only what is new; whoever wrote them is told apart', async () => {
  for (let hour = 0; hour < 120; hour += 1) {
    const at = (more: number) => ({
      dateTime: new Date(theirs.getTime() + (hour + more) * 3_600_000).toISOString(),
    });
    control.addEvent(clinic, { start: at(0), end: at(1), summary: 'Private' });
  }
  const first = await calendar.listChanges(clinic, { syncToken: null, from });
  if (!first.ok) throw new Error(first.detail);
  expect(first.value.events).toHaveLength(120);
  await calendar.putEvent(clinic, event, false);
  const [dentist] = control.events(clinic);
  control.deleteEvent(clinic, dentist?.id ?? '');
  control.addEvent(clinic, {
    start: { date: '2026-12-01' },
    end: { date: '2026-12-03' },
    transparency: 'transparent',
  });
  const next = await calendar.listChanges(clinic, { syncToken: first.value.syncToken, from });
  expect(next.ok && next.value.events).toMatchObject([
    { id, gone: false, bookingId: event.bookingId, time: { startsAt: event.startsAt } },
    { id: dentist?.id, gone: true, bookingId: null },
    { gone: false, time: { startsOn: '2026-12-01', endsOn: '2026-12-03' }, busy: false },
  ]);
});

test('a declined invitation takes no time', async () => {
  control.addEvent(clinic, {
    start: { dateTime: '2026-11-28T12:30:00Z' },
    end: { dateTime: '2026-11-28T13:30:00Z' },
    attendees: [{ email: doctor, self: true, responseStatus: 'declined' }],
  });
  const read = await calendar.listChanges(clinic, { syncToken: null, from });
  expect(read.ok && read.value.events.map(({ busy }) => busy)).toEqual([false]);
});

test('a forgotten sync token says to start over', async () => {
  const first = await calendar.listChanges(clinic, { syncToken: null, from });
  control.forgetSyncTokens(clinic);
  const syncToken = first.ok ? first.value.syncToken : '';
  expect(await calendar.listChanges(clinic, { syncToken, from })).toMatchObject({
    ok: false,
    reason: 'start-over',
  });
});

test.each([
  ['quota', 'quota'],
  ['rate-limit', 'quota'],
  ['too-many-requests', 'quota'],
  ['server-error', 'unreachable'],
] as const)('%s is told as %s', async (refusal, reason) => {
  control.refuseNext(refusal);
  expect(await calendar.putEvent(clinic, event, false)).toMatchObject({ ok: false, reason });
});

test('an access token that ends early is renewed, once', async () => {
  await calendar.findCalendar(clinic);
  control.world.tokens.clear();
  expect(await calendar.findCalendar(clinic)).toMatchObject({ ok: true, value: { name: 'Clinic' } });
  control.refuseNext('unauthorised', 'unauthorised');
  expect(await calendar.findCalendar(clinic)).toMatchObject({ ok: false, reason: 'revoked' });
});

test('a deleted key is revoked, and a wrong clock is told as such', async () => {
  ours = new Date(theirs.getTime() - 20 * 60_000 - 3_600_000);
  expect(await open().findCalendar(clinic)).toMatchObject({ ok: false, reason: 'clock' });
  ours = theirs;
  control.revoke(robot);
  expect(await open().findCalendar(clinic)).toMatchObject({ ok: false, reason: 'revoked' });
});

test('a calendar that is shared to be read only, no longer, or deleted', async () => {
  control.share(clinic, robot, 'reader');
  expect(await calendar.putEvent(clinic, event, false)).toMatchObject({ ok: false, reason: 'no-access' });
  control.share(clinic, robot, null);
  expect(await calendar.putEvent(clinic, event, false)).toMatchObject({ ok: false, reason: 'not-found' });
  control.deleteCalendar(clinic);
  expect(await calendar.removeEvent(clinic, event.bookingId)).toMatchObject({
    ok: false,
    reason: 'not-found',
  });
});

test('an owner lets us in at Google’s own page, sees their calendars here, and may take it back', async () => {
  const consent = {
    addresses: addresses(),
    client,
    redirectUrl: 'http://localhost:3000/api/calendars/google/connected',
    clock: { now: () => ours },
  };
  const asked = new URL(consentAddress(consent, 'a-state'));
  expect(await (await fetch(asked)).text()).toContain(doctor);
  asked.searchParams.set('choice', doctor);
  const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('a-state');
  const granted = await redeemCode(consent, back.searchParams.get('code') ?? '');
  if (!granted.ok) throw new Error(granted.detail);
  expect(granted.value).toMatchObject({ kind: 'oauth', email: doctor });
  // A code works once.
  expect(await redeemCode(consent, back.searchParams.get('code') ?? '')).toMatchObject({ ok: false });
  const own = open(granted.value);
  const listed = await own.listCalendars();
  expect(listed.ok && listed.value).toContainEqual({ id: clinic, name: 'Clinic' });
  control.revoke(doctor);
  expect(await own.listCalendars()).toMatchObject({ ok: false, reason: 'revoked' });
});

test('a consent with a permission unticked is no consent', async () => {
  const consent = {
    addresses: addresses(),
    client,
    redirectUrl: 'http://localhost:3000/api/calendars/google/connected',
    clock: { now: () => ours },
  };
  control.world.codes.set('4/half', {
    email: doctor,
    redirectUri: consent.redirectUrl,
    scope: 'openid email',
  });
  expect(await redeemCode(consent, '4/half')).toMatchObject({ ok: false, reason: 'no-access' });
});

test('changes are told to whoever watches, until they stop', async () => {
  const watched = await calendar.watch(clinic, {
    id: 'channel-1',
    address: 'http://127.0.0.1:9/x',
    token: 't',
  });
  if (!watched.ok) throw new Error(watched.detail);
  expect(watched.value.until.getTime() - theirs.getTime()).toBe(604_800_000);
  expect(await calendar.unwatch(watched.value)).toEqual({ ok: true, value: null });
  expect(await calendar.unwatch(watched.value)).toEqual({ ok: true, value: null });
});
