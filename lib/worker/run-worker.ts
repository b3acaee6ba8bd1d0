import { EventEmitter } from 'node:events';
import { Logger, parseCrontab, run } from 'graphile-worker';
import type { LogLevel, WorkerEvents } from 'graphile-worker';
import { newId } from '../db/new-id';
import type { World } from '../workflows/types';
import { applyPendingStatuses } from '../workflows/apply-statuses';
import { Liveness } from './liveness';
import { repeat } from './repeat';
import { tasksOf, timetable } from './tasks';

export type RunningWorker = {
  /** Resolves when the worker has stopped, by `stop` or by a fatal error (then it rejects). */
  done: Promise<void>;
  /** Finishes the jobs in hand, then stops. */
  stop(): Promise<void>;
};

const heartbeatMs = 5_000;

/** Delivery statuses are applied in batches this far apart: nobody waits for a tick to turn blue. */
const statusPauseMs = 250;

/** Runs the background process: any number of them may run against one database. */
export async function runWorker(
  world: World,
  options: { databaseUrl: string; concurrency: number },
): Promise<RunningWorker> {
  const events = new EventEmitter() as WorkerEvents;
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => {
      resolve(workerPool.id);
    });
  });
  const runner = await run({
    pgPool: world.database.pool,
    concurrency: options.concurrency,
    taskList: tasksOf(world),
    parsedCronItems: parseCrontab(timetable),
    noHandleSignals: true,
    // A finished job is written off with others that finish at the same time; one that is done twice does nothing.
    preset: { worker: { completeJobBatchDelay: 0 } },
    events,
    logger: quietLogger(world),
  });
  const liveness = new Liveness(options.databaseUrl, await poolId, world.log);
  await liveness.start();
  const heart = heartbeat(world, liveness);
  const beats = repeat('heartbeat', heartbeatMs, world.log, () => heart.beat());
  const statuses = repeat('statuses', statusPauseMs, world.log, () => applyPendingStatuses(world));
  return {
    done: runner.promise,
    async stop() {
      await runner.stop();
      await statuses.stop();
      await beats.stop();
      await heart.end();
      await liveness.stop();
    },
  };
}

/** Keeps this process's row fresh (readiness looks at it) and gives back what dead workers held. */
function heartbeat(world: World, liveness: Liveness): { beat(): Promise<void>; end(): Promise<void> } {
  const id = newId();
  const { prisma } = world.database;
  const startedAt = world.clock.now();
  return {
    async beat() {
      const seenAt = world.clock.now();
      await prisma.workerProcess.upsert({
        where: { id },
        create: { id, startedAt, seenAt },
        update: { seenAt },
      });
      await prisma.workerProcess.deleteMany({
        where: { seenAt: { lt: new Date(seenAt.getTime() - 3_600_000) } },
      });
      await liveness.releaseDead();
    },
    async end() {
      await prisma.workerProcess.deleteMany({ where: { id } });
    },
  };
}

const methodOf: Record<LogLevel, 'error' | 'warn' | 'trace'> = {
  error: 'error',
  warning: 'warn',
  info: 'trace',
  debug: 'trace',
};

/** The queue's own log lines, in ours; its per-job chatter only at trace level. */
const quietLogger = (world: World): Logger =>
  new Logger(() => (level, message, meta) => {
    world.log[methodOf[level]]({ queue: meta }, message);
  });
