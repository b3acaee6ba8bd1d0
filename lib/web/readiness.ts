import { migrationAdvice, migrationState } from '../db/migrate/migration-state';
import type { World } from '../workflows/types';

/** A worker writes its sign of life every five seconds. */
const workerSilentMs = 30_000;

type Checks = { database: string; migrations: string; worker: string };

/** Looks at what a message needs to be stored and answered; each check is 'ok' or says what is wrong. */
export async function checkReadiness(world: World): Promise<Checks> {
  const { pool } = world.database;
  try {
    await pool.query('SELECT 1');
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
