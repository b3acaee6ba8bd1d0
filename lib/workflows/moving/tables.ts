import type { ClientBase } from 'pg';

/** Tables of the whole installation: none of their rows goes with a business. */
export const notMoved = [
  '_prisma_migrations',
  // Made anew by the import: a key may be taken there.
  'channel_key',
  'password_reset',
  'rate_limit',
  'worker_process',
] as const;

/** Columns that hold a secret, or what opens something: they stay where they are. */
export const secretColumns: Readonly<Record<string, readonly string[]>> = {
  channel: ['credentials'],
  payment_account: ['credentials'],
  staff_user: ['password_hash', 'totp_secret', 'totp_confirmed_at', 'totp_last_step', 'recovery_hashes'],
  invitation: ['token_hash'],
  calendar_account: ['credentials'],
  // Where reading goes on, and by which channel Google tells of changes, is between it and the other installation.
  calendar_link: ['sync_token', 'watch_id', 'watch_resource', 'watch_until'],
};

/** A table with the columns that go. */
export type MovedTable = { name: string; columns: string[]; key: string[] };

type Column = { table: string; column: string; keyPlace: number | null };

/**
 * Every table that belongs to a business, the business itself and its people first, each after those that it refers to. Read
 * from the database's own catalogue: a table that comes with a later version goes by itself.
 */
export async function listMovedTables(client: ClientBase): Promise<MovedTable[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS "table", a.attname AS "column", array_position(i.indkey::int2[], a.attnum) AS "keyPlace"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attgenerated = '' AND NOT c.relname = ANY($1)
     ORDER BY c.relname, a.attnum`,
    [notMoved],
  );
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  const owned = [...tables].filter(
    ([name, columns]) => isRoot(name) || columns.some(({ column }) => column === 'business_id'),
  );
  const order = await listReferences(client);
  return inOrder(
    owned.map(([name]) => name),
    order,
  ).map((name) => {
    const columns = tables.get(name) ?? [];
    const secret = secretColumns[name] ?? [];
    return {
      name,
      columns: columns.map(({ column }) => column).filter((column) => !secret.includes(column)),
      key: columns
        .filter(({ keyPlace }) => keyPlace !== null)
        .sort((a, b) => (a.keyPlace ?? 0) - (b.keyPlace ?? 0))
        .map(({ column }) => column),
    };
  });
}

const isRoot = (name: string): boolean => name === 'business' || name === 'staff_user';

/** Which table refers to which by a foreign key. */
async function listReferences(client: ClientBase): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname AS "from", t.relname AS "to" FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.relnamespace = 'public'::regnamespace AND f.oid <> t.oid`,
  );
  const found = new Map<string, Set<string>>();
  for (const { from, to } of rows) found.set(from, (found.get(from) ?? new Set()).add(to));
  return found;
}

/** The names in an order in which each comes after those that it refers to. Throws where there is none. */
export function inOrder(
  names: readonly string[],
  references: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const left = [...names].sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)) || a.localeCompare(b));
  const done: string[] = [];
  while (left.length > 0) {
    const at = left.findIndex((name) =>
      [...(references.get(name) ?? [])].every((to) => done.includes(to) || !names.includes(to)),
    );
    const [next] = at < 0 ? [] : left.splice(at, 1);
    if (next === undefined)
      throw new Error(`These tables refer to each other in a circle: ${left.join(', ')}.`);
    done.push(next);
  }
  return done;
}
