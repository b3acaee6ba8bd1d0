import type { Database, Tx } from './client';

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export function transaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.prisma.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}
