import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloudApiConnection } from '../../lib/testing/cloud-api-fixtures';
import { bareWorld } from '../../lib/testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../../lib/testing/database';
import { startHttpStub, type HttpStub } from '../../lib/testing/http-stub';
import { makeBusiness } from '../../lib/testing/make-business';
import { newId } from '../../lib/db/new-id';
import { parseEnv } from '../../lib/env';
import { openPayments } from '../../lib/workflows/open-payments';
import { noGateways } from '../../lib/testing/no-gateways';
import { checkCalendars } from './calendars';
import { checkChannels } from './channels';
import { checkDatabaseClock } from './clock';
import { checkGateways } from './gateways';
import { checkJobs } from './processes';

let db: TestDatabase;
let client: pg.Client;
let meta: HttpStub;
let gateway: HttpStub;
const clock = { now: () => new Date('2026-11-27T06:00:00Z') };
const world = (opens = true) =>
  bareWorld(db.database, clock.now, {
    connectionOf: () => {
      if (!opens) throw new Error('sealed under another key');
      return { ...cloudApiConnection, apiUrl: meta.url };
    },
    ...openPayments({ ...noGateways, razorpayApiUrl: gateway.url }, { unseal: (sealed) => sealed, clock }),
  });
const env = () => parseEnv({ WHATSAPP_API_URL: meta.url, NERAM_PUBLIC_URL: 'http://127.0.0.1:9' });

beforeAll(async () => {
  db = await createTestDatabase(3);
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
  [meta, gateway] = await Promise.all([startHttpStub(), startHttpStub()]);
});
afterAll(async () => {
  await client.end();
  await Promise.all([meta.close(), gateway.close()]);
  await db.drop();
});

test('an installation without a number is told what to do', async () => {
  expect(await checkChannels(client, world(), env())).toMatchObject([
    { ok: false, mend: expect.stringContaining('npm run seed') as string },
  ]);
});

test('each number is asked for at its provider, its webhook called, its templates counted', async () => {
  const { scope, channelId } = await makeBusiness(db.database);
  const asked = async (opens = true) =>
    (await checkChannels(client, world(opens), env())).map(({ ok, found }) => [ok, found]);
  meta.answerWith({ status: 200, body: '{"id":"1"}' });
  const told = await asked();
  expect(told[0]).toEqual([true, expect.stringMatching(/^Accepted/)]);
  expect(told.slice(-2)).toEqual([
    [false, expect.stringMatching(/does not answer/)],
    [false, expect.stringMatching(/none approved/)],
  ]);
  meta.answerWith({ status: 401, body: '{"error":{"message":"Session has expired","code":190}}' });
  expect((await asked())[0]).toEqual([false, expect.stringContaining('Session has expired')]);
  expect(await asked(false)).toEqual([[false, 'its stored credentials do not open']]);
  await db.database.prisma.channel.updateMany({
    where: { id: channelId },
    data: { pausedReason: 'blocked' },
  });
  expect(await asked()).toEqual([[false, 'paused: blocked']]);
  expect(scope).toBeDefined();
});

test('each payment account is asked for at its gateway', async () => {
  const { scope } = await makeBusiness(db.database);
  const credentials = {
    gateway: 'razorpay',
    keyId: 'k',
    keySecret: 's',
    webhookSecret: 'w',
    previousSecret: null,
  };
  const id = newId();
  await db.database.prisma.paymentAccount.create({
    data: {
      ...{ businessId: scope.businessId, id, gateway: 'razorpay', mode: 'test', createdAt: clock.now() },
      credentials: JSON.stringify(credentials),
    },
  });
  gateway.answerWith({ status: 200, body: '{"entity":"collection","count":0,"items":[]}' });
  expect(await checkGateways(world())).toMatchObject([{ ok: true }]);
  gateway.answerWith({
    status: 401,
    body: '{"error":{"code":"BAD_REQUEST_ERROR","description":"Authentication failed"}}',
  });
  expect(await checkGateways(world())).toMatchObject([{ ok: false }]);
  await db.database.prisma.paymentAccount.update({
    where: { businessId_id: { businessId: scope.businessId, id } },
    data: { mode: 'built-in' },
  });
  expect(await checkGateways(world())).toMatchObject([
    { ok: true, found: expect.stringContaining('stand-in') as string },
  ]);
});

test('tasks that were given up, and a queue that is behind, are told', async () => {
  expect(await checkJobs(client)).toMatchObject({ ok: true });
  await client.query(`SELECT graphile_worker.add_job('reconcile', run_at := now() - interval '6 minutes')`);
  expect(await checkJobs(client)).toMatchObject({
    ok: false,
    found: expect.stringMatching(/minutes: 1$/) as string,
  });
  await client.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
  expect(await checkJobs(client)).toMatchObject({ ok: false, found: 'tasks given up: 1' });
});

test('the database’s clock is this machine’s own here', async () => {
  expect(await checkDatabaseClock(client)).toMatchObject({ ok: true });
});

test('each linked calendar is told as it stood when a worker last looked', async () => {
  const { businessId } = (await makeBusiness(db.database)).scope;
  const { prisma } = db.database;
  const now = clock.now();
  const account = {
    businessId,
    id: newId(),
    kind: 'oauth',
    label: 'a@b.c',
    credentials: '',
    userId: newId(),
  };
  await prisma.calendarAccount.create({ data: { ...account, createdAt: now } });
  const link = { businessId, accountId: account.id, calendarId: 'c', reads: false, createdAt: now };
  const due = { stateSince: now, readDueAt: now, compareDueAt: now };
  const id = newId();
  await prisma.calendarLink.create({ data: { ...link, ...due, id, calendarName: 'Club', writtenAt: now } });
  expect(await checkCalendars(client)).toMatchObject([
    { ok: true, found: 'told of all bookings at 2026-11-27T06:00:00.000Z' },
  ]);
  await prisma.calendarLink.updateMany({ data: { state: 'revoked' } });
  expect(await checkCalendars(client)).toMatchObject([
    { ok: false, mend: expect.stringContaining('Connect the account again') as string },
  ]);
  await prisma.calendarLink.updateMany({ data: { endedAt: now } });
  expect(await checkCalendars(client)).toEqual([]);
});
