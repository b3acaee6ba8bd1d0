import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { openDatabase } from './client';
import { Prisma } from './generated/client';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(2);
});
afterAll(() => db.drop());

/** The names that a connection keeps after a statement was sent in each way there is. */
async function namesKept(url: string): Promise<string[]> {
  const database = openDatabase(url, 1);
  try {
    const named = Prisma.sql`/* statement: by-hand */ SELECT 1 AS one`;
    expect(await database.direct.$queryRaw(named)).toEqual([{ one: 1 }]);
    expect(await database.prisma.$queryRaw(Prisma.sql`/* statement: by-prisma */ SELECT 2 AS two`)).toEqual([
      { two: 2 },
    ]);
    const { rows } = await database.pool.query<{ n: number }>({ name: 'on-pool', text: 'SELECT 3 AS n' });
    expect(rows).toEqual([{ n: 3 }]);
    const kept = await database.pool.query<{ name: string }>('SELECT name FROM pg_prepared_statements');
    return kept.rows.map(({ name }) => name).sort();
  } finally {
    await database.close();
  }
}

test('statements are prepared by name, whoever sends them', async () => {
  expect(await namesKept(db.url)).toEqual(['by-hand', 'by-prisma', 'on-pool']);
});

test('behind a pooler that says so none is: the next transaction may be on another connection', async () => {
  expect(await namesKept(`${db.url}?pgbouncer=true`)).toEqual([]);
});
