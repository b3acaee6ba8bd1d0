import { z } from 'zod';
import { openDatabase } from '../lib/db/client';
import { readEnv } from '../lib/env';
import { languageSchema } from '../lib/kernel/local-text-schema';
import { addOwner } from '../lib/workflows/add-owner';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';

const wanted = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(80),
  language: languageSchema.default('en'),
});

const options = readOptions('run add-owner', process.argv.slice(2), {
  email: 'value',
  name: 'value',
  language: 'value',
});
const person = wanted.safeParse(options);
if (!person.success)
  throw new StopMessage(
    'Who? npm run add-owner -- --email owner@example.com --name "R. Kumar" [--language ta]',
  );
const env = readEnv();
const visited = await visitDatabase(env);
const database = openDatabase(visited.url, 1);
try {
  const secret = await addOwner({ database, clock: { now: () => new Date() } }, person.data);
  console.log(
    secret
      ? `A password can be chosen here, once, within an hour; then the business is founded at ${env.publicUrl}/welcome/new\n  ${env.publicUrl}/reset/${secret}`
      : `Somebody signs in as ${person.data.email} already. A new password: npm run reset-password`,
  );
} finally {
  await database.close();
  await visited.stop();
}
