import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { transaction } from '../db/transaction';
import { createLogger } from '../log';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeBusiness } from '../testing/make-business';
import { LiveFeed } from './feed';
import { publish } from './publish';
import type { LiveEvent } from './types';

let db: TestDatabase;
let feed: LiveFeed;

beforeAll(async () => {
  db = await createTestDatabase();
  feed = new LiveFeed(db.url, createLogger({ level: 'silent', role: 'test' }));
});
afterAll(async () => {
  await feed.close();
  await db.drop();
});

test('a change reaches the listeners of its business when it commits, and nobody else', async () => {
  const { scope } = await makeBusiness(db.database);
  const { scope: other } = await makeBusiness(db.database);
  const heard: LiveEvent[] = [];
  const overheard: LiveEvent[] = [];
  const stop = await feed.subscribe(scope.businessId, (event) => heard.push(event));
  const stopOther = await feed.subscribe(other.businessId, (event) => overheard.push(event));

  await transaction(db.database, async (tx) => {
    await publish(tx, scope, { kind: 'bookings', id: 'one' });
    expect(heard).toEqual([]);
  });
  await vi.waitFor(() => {
    expect(heard).toEqual([{ kind: 'bookings', id: 'one' }]);
  });
  await transaction(db.database, async (tx) => {
    await publish(tx, scope, { kind: 'chats' });
    throw new Error('rolled back');
  }).catch(() => undefined);
  await publish(db.database.prisma, scope, { kind: 'setup' });
  await vi.waitFor(() => {
    expect(heard).toEqual([{ kind: 'bookings', id: 'one' }, { kind: 'setup' }]);
  });
  expect(overheard).toEqual([]);
  stop();
  stopOther();
});

test('a lost connection comes back and tells everybody to read anew', async () => {
  const { scope } = await makeBusiness(db.database);
  const heard: LiveEvent[] = [];
  const stop = await feed.subscribe(scope.businessId, (event) => heard.push(event));
  await db.database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'neram live' AND datname = current_database()`,
  );
  await vi.waitFor(
    () => {
      expect(heard).toContainEqual({ kind: 'everything' });
    },
    { timeout: 10_000 },
  );
  await publish(db.database.prisma, scope, { kind: 'chats', id: 'x' });
  await vi.waitFor(() => {
    expect(heard).toContainEqual({ kind: 'chats', id: 'x' });
  });
  stop();
});
