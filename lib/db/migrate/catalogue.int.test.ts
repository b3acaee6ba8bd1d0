import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { applyMigrations } from './apply-migrations';
import { migrationState } from './migration-state';
import { schemaDiff } from './schema-diff';

/** The only tables that span businesses. */
const globalTables = [
  '_prisma_migrations',
  'business',
  'channel_key',
  'password_reset',
  'rate_limit',
  'staff_user',
  'worker_process',
];

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase(2);
});
afterAll(() => own.drop());

test('the global tables are exactly the named ones, and every other table starts its key with the business', async () => {
  const { rows } = await own.database.pool.query<{ name: string; first: string }>(`
    SELECT c.relname AS name, a.attname AS first
    FROM pg_class c
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    ORDER BY 1`);
  const global = rows.filter((row) => row.first !== 'business_id').map((row) => row.name);
  expect(global).toEqual(globalTables);
});

test('every unique, exclusion and foreign key of a business-owned table contains the business', async () => {
  const { rows } = await own.database.pool.query<{ broken: string }>(
    `SELECT format('%s.%s', t.relname, x.name) AS broken
     FROM pg_class t
     JOIN LATERAL (
       SELECT conname::text AS name, conkey::int[] AS keys FROM pg_constraint
       WHERE conrelid = t.oid AND contype IN ('p', 'u', 'x', 'f')
       UNION ALL
       SELECT indexrelid::regclass::text, indkey::int[] FROM pg_index WHERE indrelid = t.oid AND indisunique
     ) x ON true
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relname = ANY($1)
       AND NOT EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'business_id' AND a.attnum = ANY(x.keys)
       )`,
    [globalTables],
  );
  expect(rows).toEqual([]);
});

test('no trigger or sequence needs one machine', async () => {
  const { rows } = await own.database.pool.query<{ name: string }>(`
    SELECT tgname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    UNION ALL
    SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'`);
  expect(rows).toEqual([]);
});

test('the migrations make what the Prisma schema says', async () => {
  expect(await schemaDiff(own.url)).toBe('');
});

test('migrating again changes nothing', async () => {
  expect(await applyMigrations(own.url)).toEqual([]);
  expect(await migrationState(own.database.pool)).toEqual({ state: 'up-to-date' });
});

test('deploy/citus.sql spreads every table, each after those that it refers to', async () => {
  const text = readFileSync(path.resolve('deploy/citus.sql'), 'utf8');
  const named = (how: string) =>
    [...text.matchAll(new RegExp(`create_${how}_table\\('(\\w+)'`, 'g'))].map((match) => match[1] ?? '');
  const shared = named('reference');
  const order = [...shared, ...named('distributed')];
  const { rows } = await own.database.pool.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'`,
  );
  expect([...order].sort()).toEqual(rows.map(({ name }) => name).sort());
  expect(shared.sort()).toEqual(globalTables.filter((name) => name !== '_prisma_migrations'));
  const { rows: keys } = await own.database.pool.query<{ child: string; parent: string }>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const early = keys.filter(({ child, parent }) => order.indexOf(child) < order.indexOf(parent));
  expect(early).toEqual([]);
});
