import path from 'node:path';
import type { Env } from '../../lib/env';
import { freePort } from '../../lib/db/embedded/free-port';
import { applyMigrations } from '../../lib/db/migrate/apply-migrations';
import { step } from '../setup/progress.mjs';
import { buildAll } from './build';
import { builtFile, isBuilt, webFolder, type BuildKind } from './built';
import { ChildProcesses, type ChildSpec } from './child-processes';
import { openStackDatabase, type StackDatabase } from './database';
import { limitedHeap } from './heap-limit';
import { seedIfEmpty, type Seeded } from './seed-if-empty';
import { stackSettings, type StackSettings } from './stack-settings';
import { untilReady } from './until-ready';

export type StackKind = BuildKind | 'dev';

export type RunningStack = {
  settings: StackSettings;
  databaseUrl: string;
  seeded: Seeded;
  /** Why it cannot go on, once it cannot. */
  givenUp: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Everything that runs: database, migrations, demo data, build, web, worker, what stands in for the outside; each a visible step.
 * Whatever was started is stopped again if a later step fails, or when `aborted` fires.
 */
export async function startStack(env: Env, kind: StackKind, aborted: AbortSignal): Promise<RunningStack> {
  let database: StackDatabase | undefined;
  let giveUp: (reason: string) => void = () => undefined;
  const givenUp = new Promise<string>((resolve) => (giveUp = resolve));
  const children = new ChildProcesses(path.join(env.dataDir, 'logs'), giveUp);
  let stopped: Promise<void> | undefined;
  const stop = () =>
    (stopped ??= (async () => {
      await children.stop();
      await database?.stop();
    })());
  try {
    database = await step(env.DATABASE_URL ? 'connect to PostgreSQL' : 'start PostgreSQL', () =>
      openStackDatabase(env),
    );
    aborted.throwIfAborted();
    const { url } = database;
    const settings = stackSettings(env, database, await standInPorts(env));
    await step('bring the database up to date', () => summary(applyMigrations(url)));
    const seeded = await seedIfEmpty(env, url, settings.secret);
    aborted.throwIfAborted();
    if (kind !== 'dev' && !isBuilt(kind)) await step('build (once; a minute or two)', () => buildAll(kind));
    aborted.throwIfAborted();
    await step('start web, worker and simulator', async () => {
      for (const spec of childSpecs(settings, kind)) children.start(spec);
      await untilReady(settings.localUrl, givenUp, aborted);
    });
    return { settings, databaseUrl: url, seeded, givenUp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Of what stands in for the outside: WhatsApp and the payment gateway. */
const standInPorts = async (env: Env): Promise<{ simulator: number; standIn: number } | null> =>
  env.simulator
    ? {
        simulator: env.NERAM_SIMULATOR_PORT ?? (await freePort()),
        standIn: env.NERAM_PAYMENT_STAND_IN_PORT ?? (await freePort()),
      }
    : null;

const summary = async (applied: Promise<string[]>): Promise<string> => {
  const names = await applied;
  return names.length > 0 ? `${String(names.length)} migrations applied` : '';
};

function childSpecs(settings: StackSettings, kind: StackKind): ChildSpec[] {
  const env = settings.childEnv;
  if (kind === 'dev') {
    const dev = { ...env, NODE_ENV: 'development' };
    const [host, port] = [settings.host, String(settings.port)];
    const watch = (file: string) => ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', file];
    return [
      {
        name: 'web',
        args: ['node_modules/next/dist/bin/next', 'dev', '-p', port, '-H', host],
        env: dev,
        show: true,
      },
      { name: 'worker', args: watch('lib/worker/main.ts'), env: dev, show: true },
      ...(settings.simulatorUrl
        ? [
            { name: 'simulator', args: watch('scripts/simulator.ts'), env: dev },
            { name: 'payment-stand-in', args: watch('scripts/payment-stand-in.ts'), env: dev },
          ]
        : []),
    ];
  }
  const heap = limitedHeap(process.env['NODE_OPTIONS']);
  const built = { ...env, ...heap, NODE_ENV: 'production', NERAM_BUILD_DIR: webFolder(kind) };
  return [
    { name: 'web', args: [builtFile(kind, 'web')], env: built },
    { name: 'worker', args: [builtFile(kind, 'worker')], env: built },
    ...(settings.simulatorUrl
      ? [
          { name: 'simulator', args: [builtFile(kind, 'simulator')], env: built },
          { name: 'payment-stand-in', args: [builtFile(kind, 'payment-stand-in')], env: built },
        ]
      : []),
  ];
}
