import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParsedEvent } from '../../channels/types';
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
const jobs = async (): Promise<number> => {
  const { rows } = await db.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM graphile_worker._private_jobs',
  );
  return rows[0]?.n ?? 0;
};

test('P23 the same event five times, two of them at once, is stored once with one job', async () => {
  const before = await jobs();
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => store([event('m:five')])));
  expect(outcomes.map((one) => one.stored).sort()).toEqual([0, 0, 0, 0, 1]);
  expect((await jobs()) - before).toBe(1);
});

test('a batch makes one job for each sender with new messages; statuses wait for the next round', async () => {
  const before = await jobs();
  const { stored } = await store([
    event('m:1'),
    event('m:2'),
    event('m:3', { senderKey: 'IN.2' }),
    event('s:1:sent', { kind: 'status' }),
    event('x:1', { kind: 'unknown' }),
    event('m:1'),
  ]);
  expect(stored).toBe(5);
  expect((await jobs()) - before).toBe(2);
});

test('what nobody handles is kept and left alone', async () => {
  await store([event('x:kept', { kind: 'account' })]);
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
