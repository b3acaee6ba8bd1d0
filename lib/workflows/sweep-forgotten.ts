import type { World } from './types';

/** Longer than a call and its work take, however many come at once. */
const messageGraceMs = 2_000;
const replyGraceMs = 5_000;
/** Longer than a call to the provider may stay open, and than its status is waited for. */
const sendingGraceMs = 16_000;

/** Whether the queue has a job with this key that it will still run. */
const hasJob = (key: string): string =>
  `EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = ${key} AND j.attempts < j.max_attempts)`;

const forgottenMessages = `
  SELECT graphile_worker.add_job('handle-inbound',
    json_build_object('businessId', business_id, 'channelId', channel_id, 'senderKey', sender_key),
    run_at := $2, job_key := key)
  FROM (SELECT DISTINCT business_id, channel_id, sender_key, 'in:' || md5(channel_id::text || sender_key) AS key
    FROM inbound_event WHERE status = 'pending' AND kind = 'message' AND received_at < $1 LIMIT 1000) forgotten
  WHERE NOT ${hasJob('forgotten.key')}`;

const forgottenReplies = `
  SELECT graphile_worker.add_job('deliver-thread',
    json_build_object('businessId', head.business_id, 'channelId', t.channel_id, 'threadId', t.id),
    run_at := $3, job_key := 'out:' || t.id)
  FROM (SELECT DISTINCT ON (business_id, thread_id) business_id, thread_id, status, sending_since,
      coalesce(next_attempt_at, created_at) AS due_at
    FROM message WHERE status IN ('queued', 'sending') AND direction = 'out'
    ORDER BY business_id, thread_id, position) head
  JOIN thread t ON t.business_id = head.business_id AND t.id = head.thread_id
  WHERE CASE WHEN head.status = 'sending' THEN head.sending_since < $1 ELSE head.due_at < $2 END
    AND NOT ${hasJob("'out:' || t.id")}
  LIMIT 1000`;

/**
 * The net under the calls and the queue: a stored message or a waiting reply whose time has passed with nobody coming for it
 * (its call went to a worker that had just died, a worker died on the way, its job used up all its attempts) gets a job.
 */
export async function sweepForgotten(world: World): Promise<void> {
  const now = world.clock.now();
  const before = (graceMs: number): Date => new Date(now.getTime() - graceMs);
  await world.database.pool.query({
    name: 'forgotten-messages',
    text: forgottenMessages,
    values: [before(messageGraceMs), now],
  });
  await world.database.pool.query({
    name: 'forgotten-replies',
    text: forgottenReplies,
    values: [before(sendingGraceMs), before(replyGraceMs), now],
  });
}
