import type { Logger } from 'pino';
import type { Env } from '../env';
import { EnvError } from '../env';
import { openWorld } from './open-world';
import type { World } from './types';

/** The real world of one process, from its configuration. Throws `EnvError` where a process alone lacks something. */
export function worldFromEnv(
  env: Env,
  log: Logger,
  connections: number,
): World & { databaseUrl: string; secret: string } {
  const { DATABASE_URL: databaseUrl, NERAM_SECRET: secret } = env;
  if (!databaseUrl || !secret) {
    throw new EnvError([
      ...(databaseUrl
        ? []
        : ['DATABASE_URL: is required to run one role alone; `npm start` brings its own database']),
      ...(secret
        ? []
        : ['NERAM_SECRET: is required to run one role alone. Make one: openssl rand -base64 32']),
    ]);
  }
  const world = openWorld(
    {
      databaseUrl,
      secret,
      connections,
      publicUrl: env.publicUrl,
      whatsappApiUrl: env.WHATSAPP_API_URL,
      whatsappApiVersion: env.WHATSAPP_API_VERSION,
      simulatorUrl: env.NERAM_SIMULATOR_URL ?? null,
      mail: env.mail,
    },
    log,
  );
  return { ...world, databaseUrl, secret };
}
