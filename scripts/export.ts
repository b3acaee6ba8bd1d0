import { openDatabase } from '../lib/db/client';
import { readEnv } from '../lib/env';
import { exportBusiness } from '../lib/workflows/moving/export-business';
import { discardExport, exportTo } from '../lib/workflows/moving/files';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';

/** `npm run export -- --business <slug> --to <folder or file.jsonl.gz>`: everything of one business, without secrets. */

const { business, to } = readOptions('run export', process.argv.slice(2), { business: 'value', to: 'value' });
if (typeof business !== 'string' || typeof to !== 'string')
  throw new StopMessage(
    'Which business, and where to? npm run export -- --business demo --to demo-export (a new folder) or --to demo.jsonl.gz',
  );
const visited = await visitDatabase(readEnv());
const database = openDatabase(visited.url, 1);
try {
  const manifest = await exportBusiness(
    { pool: database.pool, clock: { now: () => new Date() } },
    business,
    placeFor(to),
  );
  if (!manifest) {
    await discardExport(to);
    throw new StopMessage(`There is no business ${JSON.stringify(business)}.`);
  }
  const rows = manifest.tables.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `Wrote ${String(rows)} rows of ${String(manifest.tables.length)} tables to ${to}. It holds customers’ data: keep it as you keep your database. Passwords and provider secrets are not in it.`,
  );
} finally {
  await database.close();
  await visited.stop();
}

function placeFor(place: string) {
  try {
    return exportTo(place);
  } catch (error) {
    throw new StopMessage(`--to: ${error instanceof Error ? error.message : String(error)}`);
  }
}
