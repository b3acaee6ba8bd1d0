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
} finally {
  await database.stop();
}
