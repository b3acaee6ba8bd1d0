import { existsSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Env } from '../../lib/env';
import type { World } from '../../lib/workflows/types';
import { worldFromEnv } from '../../lib/workflows/world-from-env';
import { StopMessage } from '../setup/stop-message.mjs';
import { ownSecret } from './secrets';

/** The key that stored credentials are sealed under; null where none is set and nothing has been started here. Makes none. */
export const secretOf = (env: Env): string | null =>
  env.NERAM_SECRET ?? (existsSync(path.join(env.dataDir, 'secret')) ? ownSecret(env.dataDir) : null);

/** The same for a command that can do nothing without it. Throws StopMessage with what to do. */
export function requireSecret(env: Env): string {
  const secret = secretOf(env);
  if (secret) return secret;
  throw new StopMessage(
    'NERAM_SECRET is not set, and there is no installation here: start it once, npm start.',
  );
}

/** The world of a command that only visits the database at `url`: few connections, no log. The caller closes its database. */
export const visitingWorld = (env: Env, { url, secret }: { url: string; secret: string }): World =>
  worldFromEnv(
    { ...env, DATABASE_URL: url, DATABASE_DIRECT_URL: url, NERAM_SECRET: secret },
    pino({ level: 'silent' }),
    { connections: 2, way: 'direct' },
  );
