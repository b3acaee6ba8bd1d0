import { makeWorkerUtils } from 'graphile-worker';
import type { TaskList } from 'graphile-worker';
import type { Jobs } from '../db/add-job';
import { checkAllChannels, checkChannelJob } from '../workflows/channels/check-channel';
import { deliverThread } from '../workflows/deliver-thread';
import { expireStaleHolds } from '../workflows/expire-stale-holds';
import { sendReset } from '../workflows/ask-for-reset';
import { handleInbound } from '../workflows/handle-inbound';
import { reconcileAll } from '../workflows/money/reconcile';
import { sweepPayments } from '../workflows/money/sweep-payments';
import { offerPlaces } from '../workflows/offer-places';
import { replanReminders } from '../workflows/reminders/replan-reminders';
import { handleAccountEvents } from '../workflows/templates/handle-account-events';
import { syncAllTemplates, syncTemplates } from '../workflows/templates/sync-templates';
import { clearOldData } from '../workflows/operations/clear-old-data';
import { watchChats } from '../workflows/operations/watch-chats';
import { sweepWaitlist } from '../workflows/sweep-waitlist';
import { moneyTasks } from './money-tasks';
import type { World } from '../workflows/types';

/** Payloads are written by our own `addJob` and by the inbox's statement, both typed by `Jobs`. */
const as = <Name extends keyof Jobs>(payload: unknown): Jobs[Name] => payload as Jobs[Name];

/** Answers what a sender has written and sends the answers. */
export const handleAtOnce = (world: World, sender: Jobs['handle-inbound']): Promise<void> =>
  handleInbound(world, sender, (delivery, leaving) => deliverThread(world, delivery, leaving));

/** What the background process does, by job name. */
export const tasksOf = (world: World): TaskList => ({
  'handle-inbound': (payload) => handleAtOnce(world, as<'handle-inbound'>(payload)),
  'deliver-thread': async (payload) => {
    await deliverThread(world, as<'deliver-thread'>(payload));
  },
  'offer-places': (payload) => offerPlaces(world, as<'offer-places'>(payload)),
  'send-reset': (payload) => sendReset(world, as<'send-reset'>(payload)),
  'replan-reminders': (payload) => replanReminders(world, as<'replan-reminders'>(payload)),
  'handle-account-events': (payload) => handleAccountEvents(world, as<'handle-account-events'>(payload)),
  'sync-templates': (payload) => syncTemplates(world, as<'sync-templates'>(payload)),
  'sync-all-templates': () => syncAllTemplates(world),
  'check-channel': (payload) => checkChannelJob(world, as<'check-channel'>(payload)),
  'check-all-channels': () => checkAllChannels(world),
  ...moneyTasks(world),
  'sweep-payments': () => sweepPayments(world),
  'reconcile-all': () => reconcileAll(world),
  'expire-holds': () => expireStaleHolds(world),
  'sweep-waitlist': () => sweepWaitlist(world),
  'watch-chats': () => watchChats(world),
  'clear-old-data': () => clearOldData(world),
  'clean-queue': () => cleanQueue(world),
});

/** Named queues without a job are dropped at night: the queue looks at each of them for every job it gives out. */
async function cleanQueue(world: World): Promise<void> {
  const queue = await makeWorkerUtils({ pgPool: world.database.pool });
  await queue.cleanup({ tasks: ['GC_TASK_IDENTIFIERS', 'GC_JOB_QUEUES'] });
  await queue.release();
}

/** What happens by the clock. The queue runs each line once, however many workers there are. */
export const timetable = `
* * * * * expire-holds ?max=3
* * * * * sweep-waitlist ?max=3
* * * * * sweep-payments ?max=3
* * * * * watch-chats ?max=3
20 * * * * sync-all-templates ?max=3
35 * * * * check-all-channels ?max=3
15 21 * * * reconcile-all
30 21 * * * clean-queue
0 22 * * * clear-old-data
`;
