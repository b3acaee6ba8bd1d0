import type { Env } from '../../lib/env';
import { reachableHost } from './reachable-host';
import { ownSecret } from './secrets';
import type { StackDatabase } from './database';

export type StackSettings = {
  host: string;
  port: number;
  /** Where this machine reaches the web server. */
  localUrl: string;
  publicUrl: string;
  simulatorUrl: string | null;
  /** Of the built-in payment stand-in. */
  standInUrl: string | null;
  secret: string;
  /** What the children get on top of our own environment. */
  childEnv: Record<string, string>;
};

/** What the parts of one stack must agree on. */
export function stackSettings(
  env: Env,
  database: StackDatabase,
  ports: { simulator: number; standIn: number } | null,
): StackSettings {
  const secret = env.NERAM_SECRET ?? ownSecret(env.dataDir);
  const simulatorUrl = ports && `http://127.0.0.1:${String(ports.simulator)}`;
  const standInUrl = ports && `http://127.0.0.1:${String(ports.standIn)}`;
  return {
    host: env.HOST,
    port: env.PORT,
    localUrl: `http://${reachableHost(env.HOST)}:${String(env.PORT)}`,
    publicUrl: env.publicUrl,
    simulatorUrl,
    standInUrl,
    secret,
    childEnv: {
      PORT: String(env.PORT),
      HOST: env.HOST,
      DATABASE_URL: env.DATABASE_URL ?? database.url,
      DATABASE_DIRECT_URL: database.url,
      NERAM_DATA_DIR: env.dataDir,
      NERAM_PUBLIC_URL: env.publicUrl,
      NERAM_SECRET: secret,
      NERAM_SIMULATOR: simulatorUrl ? 'on' : 'off',
      NERAM_SIMULATOR_URL: simulatorUrl ?? '',
      NERAM_SIMULATOR_PORT: ports ? String(ports.simulator) : '',
      NERAM_PAYMENT_STAND_IN_URL: standInUrl ?? '',
      NERAM_PAYMENT_STAND_IN_PORT: ports ? String(ports.standIn) : '',
      LOG_LEVEL: env.LOG_LEVEL,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  };
}
