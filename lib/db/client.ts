import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client';

/** Inside a transaction, or outside one. Commands take `Tx`, queries take either. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
export type Db = PrismaClient | Tx;

export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

/**
 * Opens a pooled database. `max` is the number of connections of this process.
 * The pool is shared by Prisma and by the few statements written by hand.
 */
export function openDatabase(url: string, max = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'neram' });
  // Without a listener, a connection lost while idle would end the process; the pool simply opens another.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
