import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../db/client';
import { templateDatabase } from './global-setup';

export type TestDatabase = { url: string; database: Database; drop(): Promise<void> };

/**
 * A fresh, fully migrated database (the queue's schema included) that nobody else uses.
 * Call it in `beforeAll` and `drop()` in `afterAll`. Only in `*.int.test.ts`, where the server runs.
 */
export async function createTestDatabase(max = 10): Promise<TestDatabase> {
  const server = inject('testServerUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (admin) => {
    // Copying needs the template to itself; several test files may ask at the same moment.
    await admin.query("SELECT pg_advisory_lock(hashtext('neram_template'))");
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = openDatabase(url.href, max);
  return {
    url: url.href,
    database,
    async drop() {
      await database.close();
      await onServer(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function onServer(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
