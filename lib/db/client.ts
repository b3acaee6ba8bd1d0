import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { clientFor } from './client-for';
import { PrismaClient } from './generated/client';
import { directOn, statementName, type Statements } from './statements';

/** Inside a transaction, or outside one. Commands take `Tx`, queries take either. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
export type Db = PrismaClient | Tx;

export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** Statements written by hand, each a transaction of its own; the shortest way there is. */
  direct: Statements;
  close(): Promise<void>;
};

/** What the driver takes for "not prepared". */
const unnamed = '';

/**
 * Opens a pooled database. `max` is the number of connections of this process.
 * The pool is shared by Prisma and by the few statements written by hand.
 */
export function openDatabase(url: string, max = 10): Database {
  // The driver sends instants without a zone and drops the zone of those it reads: both mean UTC only if the session does.
  const options = '-c TimeZone=UTC';
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'neram',
    options,
    Client: clientFor(url),
  });
  // Without a listener, a connection lost while idle would end the process; the pool simply opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) ?? unnamed }),
  });
  return {
    prisma,
    pool,
    direct: directOn(pool),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
