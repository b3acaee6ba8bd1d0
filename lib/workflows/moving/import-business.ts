import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock';
import { fail, ok, type Result } from '../../kernel/result';
import { addedColumns, arrivals, type Arrival } from './arrive';
import { listMigrations } from './export-business';
import { manifestSchema, type ExportSource, type Manifest } from './manifest';
import { listMovedTables } from './tables';

export type Imported = {
  slug: string;
  counts: Record<string, number>;
  /** Channels that have another key here, since theirs was taken: their webhook addresses change. */
  newKeys: { was: string; is: string }[];
};

export type ImportRefusal =
  | { reason: 'unreadable'; why: string }
  /** A table's lines are not those that were exported. */
  | { reason: 'damaged'; table: string }
  /** Made by a version that knows migrations which this database has not. */
  | { reason: 'newer'; migrations: string[] }
  /** The business is here already, under this slug. */
  | { reason: 'present'; slug: string }
  | { reason: 'slug-taken'; slug: string }
  /** Another person has this id here. */
  | { reason: 'person-differs'; email: string };

const linesAtATime = 500;
/** A photo is some megabytes of text. */
const charactersAtATime = 4_000_000;

/**
 * Reads an exported business into this installation, all of it or nothing, some hundred rows at a time. Ids stay as they
 * were. Channels arrive paused and payment accounts retired, without their secrets; people arrive without a password, or are
 * those who have the same e-mail address here. `slug`: another one than it had.
 */
export async function importBusiness(
  world: { pool: Pool; clock: Clock; seal: (plain: string) => string },
  source: ExportSource,
  wish: { slug?: string | undefined } = {},
): Promise<Result<Imported, ImportRefusal>> {
  const read = manifestSchema.safeParse(await source.readManifest());
  if (!read.success) return fail({ reason: 'unreadable', why: z.prettifyError(read.error) });
  const manifest = read.data;
  const damaged = await findDamage(manifest, source);
  if (damaged !== null) return fail({ reason: 'damaged', table: damaged });
  const client = await world.pool.connect();
  try {
    await client.query('BEGIN');
    const slug = wish.slug ?? manifest.business.slug;
    const refusal = (await refuse(client, manifest, slug)) ?? null;
    if (refusal) return fail(refusal);
    const people = await findPeople(client, source);
    if (!people.ok) return people;
    const keys = new Map<string, string>();
    for (const key of await takenKeys(client, source))
      keys.set(key, `${key}-${manifest.business.id.slice(-6)}`);
    const arrival: Arrival = {
      slug,
      now: world.clock.now(),
      seal: world.seal,
      keyOf: (key) => keys.get(key) ?? key,
    };
    const counts = await insertAll(client, { manifest, source, arrival, people: people.value });
    await client.query(
      'INSERT INTO channel_key (key, business_id, channel_id) SELECT key, business_id, id FROM channel WHERE business_id = $1',
      [manifest.business.id],
    );
    await client.query('COMMIT');
    return ok({ slug, counts, newKeys: [...keys].map(([was, is]) => ({ was, is })) });
  } finally {
    // After COMMIT this does nothing; otherwise nothing of it stays.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

/** The first table whose lines are fewer, more or others than the manifest says; null: all is as it was exported. */
async function findDamage(manifest: Manifest, source: ExportSource): Promise<string | null> {
  const found = new Map(
    manifest.tables.map(({ name }) => [name, { count: 0, digest: createHash('sha256') }]),
  );
  for await (const { table, line } of source.lines()) {
    const of = found.get(table);
    if (!of) return table;
    of.count += 1;
    of.digest.update(`${line}\n`);
  }
  const bad = manifest.tables.find(({ name, count, sha256 }) => {
    const of = found.get(name);
    return of?.count !== count || of.digest.digest('hex') !== sha256;
  });
  return bad?.name ?? null;
}

async function refuse(client: ClientBase, manifest: Manifest, slug: string): Promise<ImportRefusal | null> {
  const known = await listMigrations(client);
  const newer = manifest.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0) return { reason: 'newer', migrations: newer };
  const tables = new Map((await listMovedTables(client)).map((table) => [table.name, table]));
  const strange = manifest.tables.find(
    ({ name, columns }) => !columns.every((column) => tables.get(name)?.columns.includes(column)),
  );
  if (strange)
    return { reason: 'unreadable', why: `This version has no such table or column: ${strange.name}.` };
  const { rows } = await client.query<{ id: string; slug: string }>(
    'SELECT id, slug FROM business WHERE id = $1 OR slug = $2',
    [manifest.business.id, slug],
  );
  const present = rows.find(({ id }) => id === manifest.business.id);
  if (present) return { reason: 'present', slug: present.slug };
  return rows.length > 0 ? { reason: 'slug-taken', slug } : null;
}

/** Who of the people is here already: their id there, and the one here. Those whose id is here too are not added again. */
type People = { here: ReadonlySet<string>; renamed: ReadonlyMap<string, string> };

const person = z.object({ id: z.uuid(), email: z.string() });

async function findPeople(
  client: ClientBase,
  source: ExportSource,
): Promise<Result<People, { reason: 'person-differs'; email: string }>> {
  const here = new Set<string>();
  const renamed = new Map<string, string>();
  for await (const { table, line } of source.lines()) {
    if (table !== 'staff_user') continue;
    const { id, email } = person.parse(JSON.parse(line));
    const { rows } = await client.query<{ id: string; email: string }>(
      'SELECT id, email FROM staff_user WHERE id = $1 OR lower(email) = lower($2)',
      [id, email],
    );
    const same = rows.find((row) => row.email.toLowerCase() === email.toLowerCase());
    if (!same && rows.length > 0) return fail({ reason: 'person-differs', email });
    if (!same) continue;
    here.add(id);
    if (same.id !== id) renamed.set(id, same.id);
  }
  return ok({ here, renamed });
}

async function takenKeys(client: ClientBase, source: ExportSource): Promise<string[]> {
  const keys: string[] = [];
  for await (const { table, line } of source.lines())
    if (table === 'channel') keys.push(z.object({ key: z.string() }).parse(JSON.parse(line)).key);
  const { rows } = await client.query<{ key: string }>('SELECT key FROM channel_key WHERE key = ANY($1)', [
    keys,
  ]);
  return rows.map(({ key }) => key);
}

async function insertAll(
  client: ClientBase,
  of: { manifest: Manifest; source: ExportSource; arrival: Arrival; people: People },
): Promise<Record<string, number>> {
  const columns = new Map(of.manifest.tables.map((table) => [table.name, table.columns]));
  const counts: Record<string, number> = {};
  let batch: { table: string; lines: string[]; size: number } = { table: '', lines: [], size: 0 };
  const flush = async (): Promise<void> => {
    const { table, lines } = batch;
    if (lines.length === 0) return;
    const named = [...(columns.get(table) ?? []), ...(addedColumns[table] ?? [])];
    const quoted = named.map((column) => `"${column}"`).join(', ');
    // Table and columns were compared with the database's own catalogue.
    await client.query(
      `INSERT INTO "${table}" (${quoted}) SELECT ${quoted} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [`[${lines.join(',')}]`],
    );
    counts[table] = (counts[table] ?? 0) + lines.length;
  };
  for await (const { table, line } of of.source.lines()) {
    const full = batch.lines.length >= linesAtATime || batch.size >= charactersAtATime;
    if (full || batch.table !== table) {
      await flush();
      batch = { table, lines: [], size: 0 };
    }
    const arrived = arrive(table, line, of);
    if (arrived === null) continue;
    batch.lines.push(arrived);
    batch.size += arrived.length;
  }
  await flush();
  return counts;
}

/** A row as it is to be stored here; null for somebody who is here already. */
function arrive(
  table: string,
  line: string,
  { arrival, people }: { arrival: Arrival; people: People },
): string | null {
  let text = line;
  // An id is the same letters wherever it stands: in columns, in histories, in who did what.
  for (const [was, is] of people.renamed) text = text.replaceAll(was, is);
  const change = arrivals[table];
  if (!change) return text;
  const row = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  if (table === 'staff_user' && people.here.has(person.parse(JSON.parse(line)).id)) return null;
  return JSON.stringify(change(row, arrival));
}
