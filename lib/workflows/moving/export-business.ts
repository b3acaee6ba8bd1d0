import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { Clock } from '../../kernel/clock';
import type { ExportSink, Manifest } from './manifest';
import { listMovedTables, type MovedTable } from './tables';

const rowsAtATime = 500;

/**
 * Writes everything of one business, as it is at one instant, to `sink`, some hundred rows at a time. Sealed secrets and
 * passwords are left out. Changes nothing. Gives the manifest, or null where no business has this slug.
 */
export async function exportBusiness(
  { pool, clock }: { pool: Pool; clock: Clock },
  slug: string,
  sink: ExportSink,
): Promise<Manifest | null> {
  const client = await pool.connect();
  try {
    // One snapshot for all tables: a booking without its customer could not be read back.
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM business WHERE slug = $1', [slug]);
    const id = rows[0]?.id;
    if (id === undefined) return null;
    const tables: Manifest['tables'] = [];
    for (const table of await listMovedTables(client))
      tables.push(await exportTable(client, id, table, sink));
    const manifest: Manifest = {
      format: 'neram-business',
      formatVersion: 1,
      exportedAt: clock.now().toISOString(),
      business: { id, slug },
      migrations: await listMigrations(client),
      tables,
    };
    await sink.finish(manifest);
    return manifest;
  } finally {
    // Only read: there is nothing to keep.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

/** The migrations that a database has, oldest first. */
export async function listMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function exportTable(
  client: ClientBase,
  businessId: string,
  table: MovedTable,
  sink: ExportSink,
): Promise<Manifest['tables'][number]> {
  const { name, columns, key } = table;
  const quoted = (names: string[]): string => names.map((one) => `"${one}"`).join(', ');
  // Names come from the database's catalogue; a cursor takes no parameters but its query does.
  await client.query(
    `DECLARE moved NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS line FROM (
       SELECT ${quoted(columns)} FROM "${name}" WHERE ${ownedBy(name, businessId)} ORDER BY ${quoted(key)}) r`,
  );
  const digest = createHash('sha256');
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${String(rowsAtATime)} FROM moved`);
    for (const { line } of rows) {
      digest.update(`${line}\n`);
      await sink.write(name, line);
    }
    count += rows.length;
    if (rows.length < rowsAtATime) break;
  }
  await client.query('CLOSE moved');
  return { name, columns, count, sha256: digest.digest('hex') };
}

/** SQL: which rows of a table are the business's. The id was read from the database and is a UUID. */
function ownedBy(table: string, businessId: string): string {
  const id = `'${businessId}'::uuid`;
  if (table === 'business') return `id = ${id}`;
  if (table === 'staff_user') return `id IN (SELECT user_id FROM membership WHERE business_id = ${id})`;
  return `business_id = ${id}`;
}
