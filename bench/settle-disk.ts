import { spawnSync } from 'node:child_process';
import type pg from 'pg';

/**
 * Writes everything to the disk that a new database, its seed and the build have left to be written. Otherwise the system
 * does so some seconds later, and each commit of whatever is measured just then waits for it.
 */
export async function settleDisk(pool: pg.Pool): Promise<void> {
  await pool.query('CHECKPOINT');
  spawnSync('sync');
}
