import { EventEmitter } from 'node:events';
import { Logger, parseCrontab, run } from 'graphile-worker';
import type { LogLevel, WorkerEvents } from 'graphile-worker';
import { callChannel } from '../db/call-worker';
import { newId } from '../db/new-id';
import type { World } from '../workflows/types';
import { applyPendingStatuses } from '../workflows/apply-statuses';
import { syncCalendars } from '../workflows/calendars/sync-calendars';
import { sendReminders } from '../workflows/reminders/send-reminders';
import { sweepForgotten } from '../workflows/sweep-forgotten';
import { Calls } from './calls';
import { Liveness } from './liveness';
import { repeat } from './repeat';
import { handleAtOnce, tasksOf, timetable } from './tasks';

export type RunningWorker = {
  /** Resolves when the worker has stopped, by `stop` or by a fatal error (then it rejects). */
  done: Promise<void>;
  /** Finishes the jobs in hand, then stops. */
  stop(): Promise<void>;
};

const heartbeatMs = 5_000;

/** Delivery statuses are applied in batches this far apart: nobody waits for a tick to turn blue. */
const statusPauseMs = 250;

/** How long at most something lies that nobody was called for, once it counts as forgotten. */
const forgottenPauseMs = 1_000;

/** A reminder may be this late. */
const remindersPauseMs = 10_000;

/** How soon a booking is on its way to outside calendars. */
const calendarsPauseMs = 2_000;

/** Runs the background process: any number of them may run against one database. */
export async function runWorker(
  world: World,
  options: { databaseUrl: string; senders: number; jobs: number },
): Promise<RunningWorker> {
  const events = new EventEmitter() as WorkerEvents;
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => {
      resolve(workerPool.id);
    });
  });
  const runner = await run({
    pgPool: world.database.pool,
    concurrency: options.jobs,
    taskList: tasksOf(world),
    parsedCronItems: parseCrontab(timetable),
    noHandleSignals: true,
    // A finished job is written off with others that finish at the same time; one that is done twice does nothing.
    preset: { worker: { completeJobBatchDelay: 0 } },
    events,
    logger: quietLogger(world),
  });
  const processId = newId();
  const calls = new Calls(options.senders, world.log, (call) => handleAtOnce(world, call));
  const liveness = new Liveness(options.databaseUrl, await poolId, world.log, {
    channel: callChannel(processId),
    hear: (call) => {
      calls.hear(call);
    },
  });
  await liveness.start();
  await showSelf(world, processId);
  const beats = repeat('heartbeat', heartbeatMs, world.log, async () => {
    await showSelf(world, processId);
    await liveness.releaseDead();
  });
  const statuses = repeat('statuses', statusPauseMs, world.log, () => applyPendingStatuses(world));
  const forgotten = repeat('forgotten', forgottenPauseMs, world.log, () => sweepForgotten(world));
  const reminders = repeat('reminders', remindersPauseMs, world.log, () => sendReminders(world));
  const calendars = repeat('calendars', calendarsPauseMs, world.log, () => syncCalendars(world));
  return {
    done: runner.promise,
    async stop() {
      await beats.stop();
      await forgetSelf(world, processId);
      await calls.settled();
      await runner.stop();
      await forgotten.stop();
      await reminders.stop();
      await calendars.stop();
      await statuses.stop();
      await liveness.stop();
    },
  };
}

/** Keeps this process's row fresh: readiness looks at it, and who has one is called. */
async function showSelf(world: World, id: string): Promise<void> {
  const { prisma } = world.database;
  const seenAt = world.clock.now();
  await prisma.workerProcess.upsert({
    where: { id },
    create: { id, startedAt: seenAt, seenAt },
    update: { seenAt },
  });
  await prisma.workerProcess.deleteMany({
    where: { seenAt: { lt: new Date(seenAt.getTime() - 3_600_000) } },
  });
}

async function forgetSelf(world: World, id: string): Promise<void> {
  await world.database.prisma.workerProcess.deleteMany({ where: { id } });
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
