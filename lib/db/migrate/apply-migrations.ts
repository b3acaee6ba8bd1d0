import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { migrationList } from './migration-files';
import { migrationAdvice, migrationState } from './migration-state';
import { withSchemaEngine } from './schema-engine';

/** A database that must not be touched; the message says why and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Held while migrations run, so that several processes starting at once do it one after another. */
const migrationLock = 7_305_526_021;

/**
 * Brings a database up to date: Neram's migrations by Prisma's engine, then the queue's own schema.
 * Safe to repeat and to run from several processes at once. Returns the names it applied.
 * Throws `MigrationRefused`, having changed nothing, for a newer (but by what only adds), drifted or foreign database.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await requireVersion15(client);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const state = await migrationState(client);
    if (state.state !== 'up-to-date' && state.state !== 'pending' && state.state !== 'ahead') {
      throw new MigrationRefused(migrationAdvice(state) ?? state.state);
    }
    const applied = state.state === 'pending' ? await applyPending(url) : [];
    await sayUtc(client);
    await migrateQueue(url);
    return applied;
  } finally {
    // The lock belongs to the session and goes with it.
    await client.end();
  }
}

/** The queue's own schema. On a pool of ours: the queue's would be gone only some time after it says that it is done. */
async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/**
 * Connections ask for UTC themselves, which a pooler between may drop: so the database says it too. Only its owner may, and
 * readiness tells where it is needed and missing.
 */
const sayUtc = (client: pg.Client) =>
  client.query(`DO $$
    BEGIN
      EXECUTE format('ALTER DATABASE %I SET TimeZone TO ''UTC''', current_database());
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END $$`);

async function applyPending(url: string): Promise<string[]> {
  const filters = { externalTables: [], externalEnums: [] };
  return withSchemaEngine(url, async (engine) => {
    const output = await engine.applyMigrations({ migrationsList: migrationList(), filters });
    return output.appliedMigrationNames;
  });
}

async function requireVersion15(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    "SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version",
  );
  const found = rows[0];
  if (!found || Number(found.server_version_num) < 150_000) {
    throw new MigrationRefused(
      `Neram needs PostgreSQL 15 or newer; the server is ${found?.server_version ?? 'unknown'}. Nothing was changed.`,
    );
  }
}
