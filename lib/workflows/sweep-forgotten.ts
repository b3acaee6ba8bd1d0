import type { World } from './types';

/**
 * The net under the queue: a stored message or a queued reply that has waited for two minutes with nobody
 * coming for it (its job used up all its attempts during a long outage) gets a new job. One at most each, by key.
 */
export async function sweepForgotten(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - 120_000);
  await world.database.pool.query(
    `SELECT graphile_worker.add_job('handle-inbound',
       json_build_object('businessId', business_id, 'channelId', channel_id, 'senderKey', sender_key),
       queue_name := 'in:' || md5(channel_id::text || sender_key), job_key := 'sweep:' || md5(channel_id::text || sender_key))
     FROM (SELECT DISTINCT business_id, channel_id, sender_key FROM inbound_event
       WHERE status = 'pending' AND kind = 'message' AND received_at < $1 LIMIT 1000) forgotten`,
    [before],
  );
  await world.database.pool.query(
    `SELECT graphile_worker.add_job('deliver-thread', json_build_object('businessId', business_id, 'channelId', channel_id, 'threadId', thread_id),
       queue_name := 'out:' || thread_id::text, job_key := 'out:' || thread_id::text)
     FROM (SELECT DISTINCT m.business_id, t.channel_id, m.thread_id FROM message m
       JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
       WHERE m.status IN ('queued', 'sending') AND m.direction = 'out' AND coalesce(m.next_attempt_at, m.created_at) < $1
       LIMIT 1000) forgotten`,
    [before],
  );
}
