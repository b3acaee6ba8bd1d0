import path from 'node:path';
import { readEnv } from '../lib/env';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';
import { readOptions } from './setup/command-line.mjs';
import { visitDatabase } from './stack/database';
import { ownSecret } from './stack/secrets';
import { seedIfEmpty } from './stack/seed-if-empty';

readOptions('run seed', process.argv.slice(2));
const env = readEnv();
const database = await visitDatabase(env);
try {
  await applyMigrations(database.url);
  const { created, password } = await seedIfEmpty(
    env,
    database.url,
    env.NERAM_SECRET ?? ownSecret(env.dataDir),
  );
  console.log(
    created
      ? `The demo business is loaded. Sign in as owner@demo.test or staff@demo.test, password ${password}`
      : 'The database already holds a business; nothing was changed.',
  );
  if (created && env.DATABASE_URL && !env.NERAM_SECRET) {
    console.log(
      `Its credentials are sealed with a key made for this: start Neram on this database with it.\n` +
        `  export NERAM_SECRET="$(cat '${path.join(env.dataDir, 'secret')}')"`,
    );
  }
} finally {
  await database.stop();
}
