import pg from 'pg';

/**
 * The kind of connection for an address. Behind a pooler that says so in it (`?pgbouncer=true`, the mark that Prisma made
 * usual) no statement is prepared by name, whoever names it: PgBouncer before 1.21 gives the next transaction another
 * connection, where the name means nothing or something else.
 */
export const clientFor = (url: string): typeof pg.Client =>
  new URL(url).searchParams.get('pgbouncer') === 'true' ? UnnamedClient : pg.Client;

class UnnamedClient extends pg.Client {
  // The many forms of this method differ in what comes after the statement, which is passed on as it is.
  override query = ((statement: unknown, ...rest: unknown[]) =>
    (pg.Client.prototype.query as (...args: unknown[]) => unknown).apply(this, [
      isNamed(statement) ? { ...statement, name: undefined } : statement,
      ...rest,
    ])) as pg.Client['query'];
}

/** A statement given as data; a query object of the driver's own has methods and keeps them. */
const isNamed = (statement: unknown): statement is { name: string } =>
  typeof statement === 'object' && statement !== null && 'name' in statement && !('submit' in statement);
