import pg from 'pg';
import { applyMigrations } from './apply-migrations';
import { readSchema } from './migration-files';
import { withSchemaEngine } from './schema-engine';

/**
 * The SQL that turns the database which the migrations make into the one the Prisma schema describes; empty
 * statements only when they agree. Works on a shadow database made on the server at `url` and dropped again.
 * What the schema cannot say and only SQL made (`handWritten`) is left out, or it would be dropped each time.
 */
export async function schemaDiff(url: string): Promise<string> {
  return withShadowDatabase(url, async (shadow) => {
    await applyMigrations(shadow);
    const script = await withSchemaEngine(shadow, async (engine) => {
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', ...readSchema(), configDir: process.cwd() },
        to: { tag: 'schemaDatamodel', ...readSchema() },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      });
      return stdout ?? '';
    });
    return withoutHandWritten(script);
  });
}

/** Indexes that only the SQL files can say: partial ones, and those over ranges. */
const handWritten = [
  'occupancy_no_overlap',
  'occupancy_active_during',
  'occupancy_hold_until',
  'booking_hold_until',
  'booking_series',
  'message_waiting',
  'inbound_event_pending',
];

function withoutHandWritten(script: string): string {
  return script
    .split(/\n(?=-- )/)
    .filter((step) => !handWritten.some((name) => step.includes(`DROP INDEX "${name}"`)))
    .filter((step) => !step.includes('This is an empty migration'))
    .join('\n')
    .trim();
}

async function withShadowDatabase<T>(url: string, work: (shadow: string) => Promise<T>): Promise<T> {
  const name = `neram_shadow_${String(process.pid)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}`);
    const shadow = new URL(url);
    shadow.pathname = `/${name}`;
    return await work(shadow.href);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}
