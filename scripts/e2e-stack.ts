import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from '../lib/env';
import { readOptions } from './setup/command-line.mjs';
import { startStack } from './stack/stack';

// The whole of Neram for the browser tests: own ports, own data folder, own build; nothing of `npm start` is touched.
readOptions('run e2e-stack', process.argv.slice(2));
// Where a test starts a stand-in of PayU, Meta or Google, when it does; the processes read it for themselves.
const standInAt = (place: number): string =>
  `http://127.0.0.1:${String(Number(process.env['NERAM_E2E_PORT'] ?? 0) + place)}`;
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYU_API_URL: standInAt(1),
  PAYU_CHECKOUT_URL: standInAt(1),
  WHATSAPP_API_URL: standInAt(2),
  D360_API_URL: standInAt(2),
  TWILIO_API_URL: standInAt(2),
  GUPSHUP_API_URL: standInAt(2),
  ONPREM_API_URL: standInAt(2),
  GOOGLE_API_URL: standInAt(3),
  GOOGLE_CLIENT_ID: 'neram',
  GOOGLE_CLIENT_SECRET: 'client-secret',
});
const dataDir = mkdtempSync(path.join(tmpdir(), 'neram-e2e-'));
const aborter = new AbortController();
const env = parseEnv({
  NODE_ENV: 'production',
  PORT: process.env['NERAM_E2E_PORT'],
  NERAM_DATA_DIR: dataDir,
  NERAM_DEMO_PASSWORD: 'demo-password',
  LOG_LEVEL: process.env['LOG_LEVEL'],
});
const stack = await startStack(env, 'test', aborter.signal);
const stop = async (code: number): Promise<never> => {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.stdout.write(`ready on ${stack.settings.localUrl}\n`);
process.stderr.write(`${await stack.givenUp}\n`);
await stop(1);
