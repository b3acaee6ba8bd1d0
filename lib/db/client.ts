import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client';

/** Inside a transaction, or outside one. Commands take `Tx`, queries take either. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
export type Db = PrismaClient | Tx;

export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

/** What the driver takes for "not prepared". */
const unnamed = '';
const namedStatement = /^\s*\/\* statement: ([\w-]+) \*\//;

/**
 * A hand-written statement that begins with its name in a comment is prepared once per connection: planning a long one
 * costs more than running it (measured: 45 % more bookings per second). Its text must be the same each time.
 */
const statementNameGenerator = ({ sql }: { sql: string }): string => namedStatement.exec(sql)?.[1] ?? unnamed;

/**
 * Opens a pooled database. `max` is the number of connections of this process.
 * The pool is shared by Prisma and by the few statements written by hand.
 */
export function openDatabase(url: string, max = 10): Database {
  // The driver sends instants without a zone and drops the zone of those it reads: both mean UTC only if the session does.
  const options = '-c TimeZone=UTC';
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'neram', options });
  // Without a listener, a connection lost while idle would end the process; the pool simply opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
