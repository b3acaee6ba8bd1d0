import { EnvError, readEnvOrExit } from '../env';
import { createLogger } from '../log';
import { migrationAdvice, migrationState } from '../db/migrate/migration-state';
import { worldFromEnv } from '../workflows/world-from-env';
import { startMetricsServer } from './metrics-server';
import { runWorker } from './run-worker';

/** Senders answered side by side. Most of the time their turns wait for the database or the provider. */
const senders = 16;
const jobs = 8;
const connections = 22;

const env = readEnvOrExit();
const log = createLogger({ level: env.LOG_LEVEL, role: 'worker' });

async function main(): Promise<void> {
  const world = worldFromEnv(env, log, { connections, way: 'direct' });
  const advice = migrationAdvice(await migrationState(world.database.pool));
  if (advice) throw new EnvError([`DATABASE_URL: ${advice}`]);
  await showMetrics();
  const worker = await runWorker(world, { databaseUrl: world.directUrl, senders, jobs });
  log.info('the worker is running');
  process.send?.('ready');

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: finishing the jobs in hand');
    worker
      .stop()
      .then(() => world.database.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The parent is gone, however it went: nobody would stop us otherwise.
  process.on('disconnect', () => {
    stop('disconnect');
  });
  await worker.done;
}

/** Ends with the process. */
async function showMetrics(): Promise<void> {
  const { HOST: host, NERAM_WORKER_METRICS_PORT: port, NERAM_METRICS_TOKEN: token } = env;
  if (port === undefined) return;
  try {
    await startMetricsServer({ host, port, token });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvError([
      `NERAM_WORKER_METRICS_PORT: cannot listen there (${reason}); each worker of a machine needs its own`,
    ]);
  }
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the worker has stopped');
  process.exit(1);
});
