import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv } from '../lib/env';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';
import { migrationsFolder } from '../lib/db/migrate/migration-files';
import { schemaDiff } from '../lib/db/migrate/schema-diff';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';

const options = readOptions('run migrate', process.argv.slice(2), { create: 'value' });
const database = await visitDatabase(readEnv());
try {
  if (typeof options['create'] === 'string') await createMigration(options['create']);
  else await migrate();
} finally {
  await database.stop();
}

async function migrate(): Promise<void> {
  const applied = await applyMigrations(database.url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
}

/** Writes a new migration: what the Prisma schema says beyond the migrations that are there. */
async function createMigration(name: string): Promise<void> {
  if (!/^(expand|contract)_[a-z0-9_]+$/.test(name)) {
    throw new StopMessage(
      `--create: ${JSON.stringify(name)} must be expand_ or contract_ (docs/upgrade.md) and then lower-case letters, digits and _, e.g. expand_branches`,
    );
  }
  const script = await schemaDiff(database.url);
  if (script === '') {
    console.log('The migrations already make what the Prisma schema says; nothing to write.');
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder(), `${stamp}_${name}`);
  if (existsSync(folder)) throw new StopMessage(`${folder} exists already.`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), `${script}\n`);
  console.log(
    `Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it, finish it, then: npm run migrate`,
  );
}
