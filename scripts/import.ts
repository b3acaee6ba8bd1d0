import { openDatabase } from '../lib/db/client';
import { migrationAdvice, migrationState } from '../lib/db/migrate/migration-state';
import { readEnv } from '../lib/env';
import { businessSchema } from '../lib/tenancy/schema';
import { seal } from '../lib/vault/seal';
import { importFrom } from '../lib/workflows/moving/files';
import { importBusiness, type ImportRefusal } from '../lib/workflows/moving/import-business';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';
import { requireSecret } from './stack/visiting-world';

/** `npm run import -- --from <folder or file.jsonl.gz> [--slug <another>]`: reads what `npm run export` wrote. */

const { from, slug } = readOptions('run import', process.argv.slice(2), { from: 'value', slug: 'value' });
if (typeof from !== 'string')
  throw new StopMessage('Where from? npm run import -- --from demo-export [--slug another-name]');
if (slug !== undefined && !businessSchema.shape.slug.safeParse(slug).success)
  throw new StopMessage('--slug: small letters, digits and hyphens only.');
const env = readEnv();
const secret = requireSecret(env);
const visited = await visitDatabase(env);
const database = openDatabase(visited.url, 1);
try {
  const advice = migrationAdvice(await migrationState(database.pool));
  if (advice) throw new StopMessage(advice);
  const done = await importBusiness(
    { pool: database.pool, clock: { now: () => new Date() }, seal: (plain) => seal(plain, secret) },
    sourceAt(from),
    { slug: typeof slug === 'string' ? slug : undefined },
  );
  if (!done.ok) throw new StopMessage(`${inWords(done)} Nothing was changed.`);
  const rows = Object.values(done.value.counts).reduce((sum, count) => sum + count, 0);
  console.log(
    [
      `Read ${String(rows)} rows: ${env.publicUrl}/${done.value.slug}/calendar`,
      'What is left to do, since secrets do not travel:',
      '  1. Numbers are paused. Enter their credentials, and give the provider the new webhook address.',
      ...done.value.newKeys.map(
        ({ was, is }) => `     The key ${was} was taken: that number’s address ends in ${is}.`,
      ),
      '  2. Connect the payment account again: Settings, Payments.',
      '  3. Connect outside calendars again: Settings, Calendars.',
      '  4. People choose a new password: /forgot, or npm run reset-password.',
    ].join('\n'),
  );
} finally {
  await database.close();
  await visited.stop();
}

function sourceAt(place: string) {
  try {
    return importFrom(place);
  } catch (error) {
    throw new StopMessage(`--from: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function inWords(refusal: ImportRefusal): string {
  switch (refusal.reason) {
    case 'unreadable':
      return `This is no export that can be read here. ${refusal.why}`;
    case 'damaged':
      return `The lines of ${refusal.table} are not those that were exported. Copy the export again.`;
    case 'newer':
      return `The export was made by a newer version of Neram (${refusal.migrations.join(', ')}). Update this one first.`;
    case 'present':
      return `This business is here already, as ${refusal.slug}.`;
    case 'slug-taken':
      return `Another business here is called ${refusal.slug}. Choose another name: --slug ${refusal.slug}-2`;
    case 'person-differs':
      return `Somebody else here has the id of ${refusal.email}. Import into another installation.`;
  }
}
