import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { freePort } from '../lib/db/embedded/free-port';
import type { Database } from '../lib/db/client';
import { seal } from '../lib/vault/seal';
import { seedDemo } from '../lib/workflows/seed-demo';
import { buildAll } from '../scripts/stack/build';
import { builtFile, isBuilt, webFolder } from '../scripts/stack/built';
import { limitedHeap } from '../scripts/stack/heap-limit';
import { withBenchDatabase } from './bench-database';

export const benchNumber = {
  phoneNumberId: '100000000000009',
  wabaId: '200000000000009',
  displayPhone: '+914400000009',
  accessToken: 'bench-token',
  appSecret: 'bench-app-secret',
  verifyToken: 'bench-verify',
};

export type BenchStack = {
  database: Database;
  databaseUrl: string;
  webhookUrl: string;
  /** Starts a role of the production build; resolves when it works. */
  startWeb(): Promise<ChildProcess>;
  startWorker(): Promise<ChildProcess>;
};

/**
 * The demo business on a durable database of its own, with the production build's roles to start at will against
 * a provider at `whatsappApiUrl`. Everything is stopped and thrown away afterwards.
 */
export async function withBenchStack<T>(
  whatsappApiUrl: string,
  work: (stack: BenchStack) => Promise<T>,
  webPort?: number,
): Promise<T> {
  if (!isBuilt('start')) await buildAll('start');
  const port = webPort ?? (await freePort());
  const secret = randomBytes(32).toString('base64');
  return withBenchDatabase(10, async (database) => {
    await seedDemo(database, {
      env: { demoPassword: 'not-used-here', whatsapp: benchNumber, simulator: benchNumber, payments: null },
      now: new Date(),
      seal: (plain) => seal(plain, secret),
    });
    await database.prisma.channel.updateMany({ data: { ratePerSecond: 10_000 } });
    const databaseUrl = String(database.pool.options.connectionString);
    // Nothing of our own environment: a measurement must not depend on how this machine is set up.
    const env: NodeJS.ProcessEnv = {
      NODE_ENV: 'production',
      ...limitedHeap(undefined),
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NERAM_SECRET: secret,
      WHATSAPP_API_URL: whatsappApiUrl,
      NERAM_SIMULATOR: 'off',
      NERAM_BUILD_DIR: webFolder('start'),
      LOG_LEVEL: 'error',
      NEXT_TELEMETRY_DISABLED: '1',
    };
    const children: ChildProcess[] = [];
    const start = (args: string[]): ChildProcess => {
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      children.push(child);
      return child;
    };
    try {
      return await work({
        database,
        databaseUrl,
        webhookUrl: `http://127.0.0.1:${String(port)}/api/webhooks/whatsapp/demo`,
        startWeb: async () => {
          const child = start([builtFile('start', 'web')]);
          await untilLive(`http://127.0.0.1:${String(port)}/api/health/live`);
          return child;
        },
        startWorker: async () => {
          const child = start([builtFile('start', 'worker')]);
          await new Promise((resolve) => child.once('message', resolve));
          return child;
        },
      });
    } finally {
      await Promise.all(children.map(stopped));
    }
  });
}

async function untilLive(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within twenty seconds.`);
}

export function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  });
}
