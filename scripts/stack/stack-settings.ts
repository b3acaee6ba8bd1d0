import type { Env } from '../../lib/env';
import { ownSecret } from './secrets';
import type { StackDatabase } from './database';

export type StackSettings = {
  host: string;
  port: number;
  /** Where this machine reaches the web server. */
  localUrl: string;
  publicUrl: string;
  simulatorUrl: string | null;
  secret: string;
  /** What the children get on top of our own environment. */
  childEnv: Record<string, string>;
};

/** What the parts of one stack must agree on. */
export function stackSettings(
  env: Env,
  database: StackDatabase,
  simulatorPort: number | null,
): StackSettings {
  const secret = env.NERAM_SECRET ?? ownSecret(env.dataDir);
  const reach = ['0.0.0.0', '::'].includes(env.HOST)
    ? '127.0.0.1'
    : env.HOST.includes(':')
      ? `[${env.HOST}]`
      : env.HOST;
  const simulatorUrl = simulatorPort === null ? null : `http://127.0.0.1:${String(simulatorPort)}`;
  return {
    host: env.HOST,
    port: env.PORT,
    localUrl: `http://${reach}:${String(env.PORT)}`,
    publicUrl: env.publicUrl,
    simulatorUrl,
    secret,
    childEnv: {
      PORT: String(env.PORT),
      HOST: env.HOST,
      DATABASE_URL: database.url,
      NERAM_DATA_DIR: env.dataDir,
      NERAM_PUBLIC_URL: env.publicUrl,
      NERAM_SECRET: secret,
      NERAM_SIMULATOR: simulatorUrl ? 'on' : 'off',
      NERAM_SIMULATOR_URL: simulatorUrl ?? '',
      NERAM_SIMULATOR_PORT: simulatorPort === null ? '' : String(simulatorPort),
      LOG_LEVEL: env.LOG_LEVEL,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  };
}
