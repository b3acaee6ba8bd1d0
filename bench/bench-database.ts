import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Database } from '../lib/db/client';
import { startPostgres } from '../lib/db/embedded/start-postgres';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';

/** Runs `work` on a fresh, migrated, durable PostgreSQL that is thrown away afterwards. */
export async function withBenchDatabase<T>(
  connections: number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'neram-bench-'));
  const server = await startPostgres({ folder });
  try {
    await applyMigrations(server.url());
    const database = openDatabase(server.url(), connections);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
