import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParsedEvent } from '../../channels/types';
import type { ChannelId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { storeTogether } from './store-together';

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
const store = (...events: ParsedEvent[]) =>
  storeTogether(db.database.pool, { scope, channelId, events, bytes: 100, now });
const keysLike = async (prefix: string): Promise<string[]> => {
  const rows = await db.database.prisma.inboundEvent.findMany({
    where: { eventKey: { startsWith: prefix } },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.eventKey);
};

test('P23 a customer’s messages that come at once are handled in the order they came', async () => {
  const keys = Array.from({ length: 300 }, (_, n) => `m:order-${String(n)}`);
  const seen: string[] = [];
  await Promise.all(
    keys.map((key) =>
      store(event(key)).then(() => {
        seen.push(key);
      }),
    ),
  );
  expect(seen).toEqual(keys);
  expect(await keysLike('m:order-')).toEqual(keys);
});

test('a repeat within one commit is stored once, and both are told that it is', async () => {
  await Promise.all([
    store(event('m:first')),
    store(event('m:twice')),
    store(event('m:twice'), event('m:other')),
  ]);
  expect(await keysLike('m:twice')).toEqual(['m:twice']);
  expect(await keysLike('m:other')).toEqual(['m:other']);
});

const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;

test.each([
  ['nests without end', { payload: deep }],
  ['the database refuses', { kind: undefined as unknown as 'message' }],
])('an event that %s fails alone', async (why, over) => {
  const key = (n: number): string => `m:${why}-${String(n)}`;
  const outcomes = await Promise.allSettled(
    [0, 1, 2, 3].map((n) => store(event(key(n), n === 2 ? over : {}))),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await keysLike(`m:${why}`)).toEqual([key(0), key(1), key(3)]);
});
