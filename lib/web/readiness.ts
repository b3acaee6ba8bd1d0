import { migrationAdvice, migrationState } from '../db/migrate/migration-state';
import type { World } from '../workflows/types';

/** A worker writes its sign of life every five seconds. */
const workerSilentMs = 30_000;

type Checks = { database: string; migrations: string; worker: string };

/** A pooler may drop what a connection asks for at its start; instants would then be read as another zone's. */
const wrongZone = (zone: string): string =>
  `Its sessions are in ${zone}, not UTC. Run: ALTER DATABASE <name> SET TimeZone = 'UTC', then restart the pooler.`;

/** Looks at what a message needs to be stored and answered; each check is 'ok' or says what is wrong. */
export async function checkReadiness(world: World): Promise<Checks> {
  const { pool } = world.database;
  try {
    const { rows } = await pool.query<{ zone: string }>("SELECT current_setting('TimeZone') AS zone");
    const zone = rows[0]?.zone ?? '';
    if (zone !== 'UTC') return { database: wrongZone(zone), migrations: 'unknown', worker: 'unknown' };
  } catch {
    const unknown = 'unknown while the database does not answer';
    return { database: 'The database does not answer.', migrations: unknown, worker: unknown };
  }
  const advice = migrationAdvice(await migrationState(pool));
  if (advice) return { database: 'ok', migrations: advice, worker: 'unknown until migrations are applied' };
  const since = new Date(world.clock.now().getTime() - workerSilentMs);
  const { rows } = await pool.query('SELECT 1 FROM worker_process WHERE seen_at > $1 LIMIT 1', [since]);
  const worker =
    rows.length > 0 ? 'ok' : 'No worker has shown itself for 30 seconds. Start one: npm run worker';
  return { database: 'ok', migrations: 'ok', worker };
}
