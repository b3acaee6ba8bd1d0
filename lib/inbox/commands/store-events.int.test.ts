import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import type { ParsedEvent } from '../../channels/types';
import { callChannel } from '../../db/call-worker';
import { newId } from '../../db/new-id';
import type { ChannelId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { storeEvents } from './store-events';

let db: TestDatabase;
let scope: BusinessScope;
let channelId: ChannelId;
const now = new Date('2026-11-22T04:30:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
  ({ scope, channelId } = await makeBusiness(db.database));
});
afterAll(() => db.drop());

const event = (key: string, over: Partial<ParsedEvent> = {}): ParsedEvent => ({
  eventKey: key,
  kind: 'message',
  senderKey: '919800000001',
  payload: { key },
  ...over,
});
const store = (events: ParsedEvent[]) => storeEvents(db.database.pool, scope, { channelId, events, now });
/** The calls that `work` causes, by the worker that hears each: two that live and one long silent. */
async function callsOf(work: () => Promise<unknown>): Promise<{ worker: string; call: unknown }[]> {
  const workers = [newId(), newId(), newId()];
  const silentSince = new Date(now.getTime() - 60_000);
  await db.database.prisma.workerProcess.createMany({
    data: workers.map((id, place) => ({ id, startedAt: now, seenAt: place === 2 ? silentSince : now })),
  });
  const calls: { worker: string; call: unknown }[] = [];
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    client.on('notification', ({ channel, payload }) => {
      const worker = workers.findIndex((id) => channel === callChannel(id));
      calls.push({ worker: worker === 2 ? 'silent' : 'living', call: JSON.parse(payload ?? '') });
    });
    for (const id of workers) await client.query(`LISTEN "${callChannel(id)}"`);
    await work();
    // What was told before comes before the answer to this.
    await client.query('SELECT 1');
    return calls;
  } finally {
    await client.end();
    await db.database.prisma.workerProcess.deleteMany();
  }
}

const callFor = (senderKey: string) => ({
  worker: 'living',
  call: { businessId: scope.businessId, channelId, senderKey },
});

test('P23 the same event five times, two of them at once, is stored once and calls one worker once', async () => {
  const calls = await callsOf(async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => store([event('m:five')])));
    expect(outcomes.map((one) => one.stored).sort()).toEqual([0, 0, 0, 0, 1]);
  });
  expect(calls).toEqual([callFor('919800000001')]);
});

test('a batch calls one worker for each sender with new messages; statuses wait for the next round', async () => {
  const calls = await callsOf(async () => {
    const { stored } = await store([
      event('m:1'),
      event('m:2'),
      event('m:3', { senderKey: 'IN.2' }),
      event('s:1:sent', { kind: 'status' }),
      event('x:1', { kind: 'unknown' }),
      event('m:1'),
    ]);
    expect(stored).toBe(5);
  });
  expect(calls).toHaveLength(2);
  expect(calls).toEqual(expect.arrayContaining([callFor('919800000001'), callFor('IN.2')]));
});

test('without a living worker everything is stored all the same', async () => {
  expect(await store([event('m:alone')])).toEqual({ stored: 1 });
});

test('what nobody handles is kept and left alone', async () => {
  await store([event('x:kept', { kind: 'unknown' })]);
  const row = await db.database.prisma.inboundEvent.findFirst({ where: { eventKey: 'x:kept' } });
  expect(row?.status).toBe('ignored');
});

test('characters that PostgreSQL cannot hold, and endless keys, do not lose a message', async () => {
  const nasty = { text: 'a\u0000b \ud800 \\u0000 ok', '\u0000key': 1 };
  const { stored } = await store([
    event('m:' + 'k'.repeat(5000), { payload: nasty, senderKey: 's'.repeat(5000) }),
  ]);
  expect(stored).toBe(1);
  const row = await db.database.prisma.inboundEvent.findFirst({
    where: { eventKey: { startsWith: 'sha256:' } },
  });
  expect(row?.payload).toEqual({ text: 'a\ufffdb \ufffd \\u0000 ok', '\ufffdkey': 1 });
});

test('what is said of the account waits for one job, however much comes at once', async () => {
  await store([event('a:one', { kind: 'account' }), event('a:two', { kind: 'account' })]);
  const rows = await db.database.prisma.inboundEvent.findMany({ where: { kind: 'account' } });
  expect(rows.map(({ status }) => status)).toEqual(['pending', 'pending']);
  const { rows: jobs } = await db.database.pool.query(
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'handle-account-events'`,
  );
  expect(jobs).toHaveLength(1);
});
