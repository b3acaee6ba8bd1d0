import type { ClientBase, Pool } from 'pg';
import { isExpand } from './expand';
import { readMigrations, type MigrationFile } from './migration-files';

/** Where a database stands towards the migrations on disk. */
export type MigrationState =
  | { state: 'up-to-date' }
  | { state: 'pending'; migrations: string[] }
  /** A later version has added what this one can do without (`isExpand`): both run side by side. */
  | { state: 'ahead'; migrations: string[] }
  /** The database has migrations that this version of Neram does not know, and cannot run on. */
  | { state: 'newer-database'; migrations: string[] }
  /** Applied migrations whose files were edited since, or that broke off half-way. */
  | { state: 'drifted'; failed: string[]; edited: string[] }
  /** Tables are there, but no record of who made them. */
  | { state: 'foreign'; tables: number };

type AppliedRow = { name: string; checksum: string; finished: boolean };

/**
 * Compares Prisma's own record (`_prisma_migrations`) with the files, without the engine: one or two small
 * reads, cheap enough for a readiness check. Changes nothing.
 */
export async function migrationState(
  connection: ClientBase | Pool,
  files = readMigrations(),
): Promise<MigrationState> {
  const applied = await readApplied(connection);
  if (applied === null) {
    const tables = await countTables(connection);
    return tables > 0 ? { state: 'foreign', tables } : pendingOf(files, []);
  }
  const failed = applied.filter((row) => !row.finished).map((row) => row.name);
  const edited = files.filter((file) =>
    applied.some((row) => row.finished && row.name === file.name && row.checksum !== file.checksum),
  );
  if (failed.length + edited.length > 0) {
    return { state: 'drifted', failed, edited: edited.map((file) => file.name) };
  }
  const unknown = applied.filter((row) => !files.some((file) => file.name === row.name));
  const here = pendingOf(files, applied);
  if (unknown.length === 0) return here;
  const names = unknown.map((row) => row.name);
  // Who lacks migrations of ours besides is no later version of this copy, but another one.
  if (here.state === 'up-to-date' && names.every(isExpand)) return { state: 'ahead', migrations: names };
  return { state: 'newer-database', migrations: names.filter((name) => !isExpand(name)) };
}

function pendingOf(files: MigrationFile[], applied: AppliedRow[]): MigrationState {
  const pending = files.filter((file) => !applied.some((row) => row.name === file.name));
  if (pending.length === 0) return { state: 'up-to-date' };
  return { state: 'pending', migrations: pending.map((file) => file.name) };
}

async function readApplied(connection: ClientBase | Pool): Promise<AppliedRow[] | null> {
  const { rows } = await connection.query<{ known: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known",
  );
  if (!rows[0]?.known) return null;
  const found = await connection.query<AppliedRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return found.rows;
}

async function countTables(connection: ClientBase | Pool): Promise<number> {
  const { rows } = await connection.query<{ tables: number }>(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'",
  );
  return rows[0]?.tables ?? 0;
}

/** What a person should do about it, or null when there is nothing to mend. */
export function migrationAdvice(state: MigrationState): string | null {
  switch (state.state) {
    case 'up-to-date':
    case 'ahead':
      return null;
    case 'pending':
      return `The database lacks ${list(state.migrations)}. Run: npm run migrate`;
    case 'newer-database':
      return (
        `The database is newer than this copy of Neram: it has ${list(state.migrations)}. ` +
        'Update this copy (git pull, npm ci), or point DATABASE_URL at another database. Nothing was changed.'
      );
    case 'foreign':
      return (
        `The database already holds ${String(state.tables)} tables that are not Neram's. ` +
        'Point DATABASE_URL at an empty database. Nothing was changed.'
      );
    case 'drifted':
      return [
        ...state.failed.map(
          (name) =>
            `Migration ${name} broke off half-way. Restore the database from a backup, then run: npm run migrate.`,
        ),
        ...state.edited.map(
          (name) =>
            `The file of migration ${name} was changed after it was applied. ` +
            `Bring back the original (git checkout -- prisma/migrations/${name}) and put the change in a new migration.`,
        ),
        'Nothing was changed.',
      ].join(' ');
  }
}

const list = (names: string[]) => `${names.length === 1 ? 'migration' : 'migrations'} ${names.join(', ')}`;
