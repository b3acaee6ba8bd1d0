import { EnvError, readEnvOrExit } from '../env';
import { createLogger } from '../log';
import { migrationAdvice, migrationState } from '../db/migrate/migration-state';
import { worldFromEnv } from '../workflows/world-from-env';
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

main().catch((error: unknown) => {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the worker has stopped');
  process.exit(1);
});
