import type { Database, Tx } from './client';
import { isDeadlock } from './constraint-errors';

const mostTries = 3;

/**
 * Runs `work` in one transaction; whatever it throws rolls everything back. Of two transactions that wait for each other
 * PostgreSQL ends one and expects it to be tried again (40P01): nothing of it was done, so `work` may run more than once.
 */
export async function transaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await database.prisma.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
    } catch (error) {
      if (tried === mostTries || !isDeadlock(error)) throw error;
    }
  }
}
