import type { Db } from './client';

/** What the background process can be asked to do, and with what. */
export type Jobs = {
  'handle-inbound': { businessId: string; channelId: string; senderKey: string };
  'deliver-thread': { businessId: string; channelId: string; threadId: string };
  'offer-places': { businessId: string; serviceId: string; onDate: string };
  'send-reset': { email: string };
};

/**
 * Which of the waiting jobs comes first (lowest first): a reply that is written goes out before another message is
 * read.
 */
export const jobPriority: Readonly<Record<keyof Jobs, number>> = {
  'deliver-thread': -10,
  'handle-inbound': 0,
  'offer-places': 5,
  'send-reset': 5,
};

/**
 * Adds a job in the caller's transaction: it exists exactly when the change that asked for it does.
 * Jobs of one `queue` run one after another; there should be few queues, since the queue looks at every one of them for
 * each job it gives out. A `key` replaces an earlier job with the same key that has not begun.
 */
export async function addJob<Name extends keyof Jobs>(
  db: Db,
  name: Name,
  payload: Jobs[Name],
  options: { queue?: string; runAt?: Date; key?: string } = {},
): Promise<void> {
  await db.$queryRaw`
    SELECT id FROM graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::json,
      queue_name := ${options.queue ?? null}::text,
      run_at := ${options.runAt ?? null}::timestamptz,
      priority := ${jobPriority[name]}::int,
      job_key := ${options.key ?? null}::text)`;
}
