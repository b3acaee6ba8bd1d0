import { readEnv } from '../env';
import { createLogger } from '../log';
import { simulatorCredentials } from '../simulator/credentials';
import { seal } from '../vault/seal';
import { worldFromEnv } from '../workflows/world-from-env';

/** Database connections of one web process; the smallest PostgreSQL allows a hundred in all. */
const connections = 10;

type WebWorld = ReturnType<typeof worldFromEnv>;

// Next may load a module once per route; the pool and the adapter must be one per process.
const holder = globalThis as typeof globalThis & { neramWorld?: WebWorld };

/** What the simulator's number is connected with, and how to keep it unreadable. */
export const simulatorAccess = () => {
  const { secret } = world();
  return { credentials: simulatorCredentials(secret), seal: (plain: string) => seal(plain, secret) };
};

/** The world of this web process, opened at the first request. */
export function world(): WebWorld {
  if (!holder.neramWorld) {
    const env = readEnv();
    const log = createLogger({ level: env.LOG_LEVEL, role: 'web' });
    holder.neramWorld = worldFromEnv(env, log, { connections, way: 'pooled' });
  }
  return holder.neramWorld;
}
