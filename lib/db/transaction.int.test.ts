import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { transaction } from './transaction';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('of two that wait for each other, the one that PostgreSQL ends is tried again and both are done', async () => {
  await db.database.pool.query('CREATE TABLE told (who text NOT NULL)');
  const arrived: (() => void)[] = [];
  let runs = 0;
  /** Both go on once both hold their first lock; who comes again finds nobody to wait for. */
  const meet = (): Promise<void> =>
    new Promise((resolve) => {
      arrived.push(resolve);
      if (arrived.length !== 1) for (const go of arrived) go();
    });
  const cross = (who: string, first: number, second: number): Promise<void> =>
    transaction(db.database, async (tx) => {
      runs += 1;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${first}::bigint)::text`;
      await tx.$executeRaw`INSERT INTO told VALUES (${who})`;
      await meet();
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${second}::bigint)::text`;
    });
  await Promise.all([cross('a', 1, 2), cross('b', 2, 1)]);
  expect(runs).toBe(3);
  const { rows } = await db.database.pool.query<{ who: string }>('SELECT who FROM told ORDER BY who');
  expect(rows.map(({ who }) => who)).toEqual(['a', 'b']);
});

test('anything else that is thrown is thrown on at once', async () => {
  let runs = 0;
  const work = (): Promise<never> => {
    runs += 1;
    return Promise.reject(new Error('not this'));
  };
  await expect(transaction(db.database, work)).rejects.toThrow('not this');
  expect(runs).toBe(1);
});
