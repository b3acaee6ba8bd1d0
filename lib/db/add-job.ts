import type { Db } from './client';

/** What the background process can be asked to do, and with what. */
export type Jobs = {
  'handle-inbound': { businessId: string; channelId: string; senderKey: string };
  'deliver-thread': { businessId: string; channelId: string; threadId: string };
  'offer-places': { businessId: string; serviceId: string; onDate: string };
  'send-reset': { email: string };
  /** A service's reminder rules have changed, or (null) the quiet hours of all: plans those to come anew. */
  'replan-reminders': { businessId: string; serviceId: string | null };
  /** What a provider has said of a channel's account: its templates. */
  'handle-account-events': { businessId: string; channelId: string };
  /** Asks a provider how the templates of a channel stand. */
  'sync-templates': { businessId: string; channelId: string };
  /** Asks a provider how a channel stands. */
  'check-channel': { businessId: string; channelId: string };
  /** Has a link made and tells its customer; `instead`: of an order that WhatsApp did not deliver. */
  'open-payment': { businessId: string; attemptId: string; instead?: boolean };
  /** Asks the gateway what has become of a payment; `asked`: its customer waits for the answer. */
  'check-payment': { businessId: string; attemptId: string; asked?: boolean };
  'nudge-payment': { businessId: string; attemptId: string };
  /** The time to pay is over. */
  'end-payment': { businessId: string; attemptId: string };
  /** Closes the link of an attempt that has ended. */
  'close-payment': { businessId: string; attemptId: string };
  'handle-gateway-event': { businessId: string; eventId: string };
  'send-refund': { businessId: string; refundId: string };
  /** Compares an account's last days with its gateway. */
  reconcile: { businessId: string; accountId: string };
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
  'replan-reminders': 5,
  'handle-account-events': 5,
  'sync-templates': 10,
  'check-channel': 10,
  'open-payment': -5,
  'check-payment': 0,
  'nudge-payment': 5,
  'end-payment': 0,
  'close-payment': 5,
  'handle-gateway-event': -5,
  'send-refund': 5,
  reconcile: 10,
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
