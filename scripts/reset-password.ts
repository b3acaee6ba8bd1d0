import { readEnv } from '../lib/env';
import { openDatabase } from '../lib/db/client';
import { offerReset } from '../lib/workflows/reset-password';
import { readOptions } from './setup/command-line.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { visitDatabase } from './stack/database';

const options = readOptions('run reset-password', process.argv.slice(2), { email: 'value' });
const email = typeof options['email'] === 'string' ? options['email'] : '';
if (!email) throw new StopMessage('Whose password? npm run reset-password -- --email owner@example.com');
const env = readEnv();
const visited = await visitDatabase(env);
const database = openDatabase(visited.url, 1);
try {
  const secret = await offerReset({ database, clock: { now: () => new Date() } }, email);
  console.log(
    secret
      ? `A new password can be chosen here, once, within an hour:\n  ${env.publicUrl}/reset/${secret}`
      : `Nobody signs in as ${email}.`,
  );
} finally {
  await database.close();
  await visited.stop();
}
