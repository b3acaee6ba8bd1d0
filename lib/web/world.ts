import { readEnv } from '../env';
import { createLogger } from '../log';
import { worldFromEnv } from '../workflows/world-from-env';

/** Database connections of one web process; the smallest PostgreSQL allows a hundred in all. */
const connections = 10;

type WebWorld = ReturnType<typeof worldFromEnv>;

// Next may load a module once per route; the pool and the adapter must be one per process.
const holder = globalThis as typeof globalThis & { neramWorld?: WebWorld };

/** The world of this web process, opened at the first request. */
export function world(): WebWorld {
  if (!holder.neramWorld) {
    const env = readEnv();
    holder.neramWorld = worldFromEnv(env, createLogger({ level: env.LOG_LEVEL, role: 'web' }), connections);
  }
  return holder.neramWorld;
}
