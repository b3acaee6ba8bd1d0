import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { applyMigrations, MigrationRefused } from './apply-migrations';
import { migrationAdvice, migrationState } from './migration-state';

let own: TestDatabase;
beforeEach(async () => {
  own = await createTestDatabase(2);
});
afterEach(() => own.drop());

const run = (sql: string) => own.database.pool.query(sql);

/** Everything in the database that a refused migration might have touched. */
const fingerprint = async (): Promise<unknown> => {
  const { rows } = await own.database.pool.query(`
    SELECT (SELECT json_agg(m ORDER BY m.id) FROM _prisma_migrations m) AS migrations,
      (SELECT json_agg(c.relname ORDER BY c.relname) FROM pg_class c WHERE relnamespace = 'public'::regnamespace) AS tables`);
  return rows;
};

describe('a database that must not be touched is refused with a way out, and stays as it is', () => {
  test.each([
    [
      'newer than this copy',
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('x', 'c', '29990101000000_future', now(), 1)`,
      { state: 'newer-database', migrations: ['29990101000000_future'] },
      /newer than this copy.*29990101000000_future.*git pull/,
    ],
    [
      'a migration broke off half-way',
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_init'`,
      { state: 'drifted', failed: ['20261123000000_init'], edited: [] },
      /20261123000000_init broke off half-way.*backup/,
    ],
    [
      'a migration file was edited afterwards',
      `UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%_init'`,
      { state: 'drifted', failed: [], edited: ['20261123000000_init'] },
      /changed after it was applied.*git checkout/,
    ],
  ])('%s', async (_name, sql, expected, advice) => {
    await run(sql);
    const state = await migrationState(own.database.pool);
    expect(state).toEqual(expected);
    expect(migrationAdvice(state)).toMatch(advice);
    const before = await fingerprint();
    await expect(applyMigrations(own.url)).rejects.toThrow(MigrationRefused);
    expect(await fingerprint()).toEqual(before);
  });

  test('tables that are not ours', async () => {
    await run('DROP TABLE _prisma_migrations');
    await expect(applyMigrations(own.url)).rejects.toThrow(/not Neram's.*empty database/);
  });
});

test('a database without the last migration says which one it lacks', async () => {
  await run('DELETE FROM _prisma_migrations');
  const state = await migrationState(own.database.pool);
  expect(state.state).toBe('pending');
  expect(migrationAdvice(state)).toMatch(/20261123000000_init.*npm run migrate/);
});

test('several processes starting at once migrate one after another', async () => {
  await run('DROP SCHEMA public CASCADE');
  await run('DROP SCHEMA graphile_worker CASCADE');
  await run('CREATE SCHEMA public');
  const applied = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(own.url)));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrationState(own.database.pool)).toEqual({ state: 'up-to-date' });
});
