import { jobPriority } from '../../db/add-job';
import { callChannel, workersFor } from '../../db/call-worker';

/**
 * $1 business, $2 channel, $3 events as JSON, $4 now. Inserts what is new and calls one worker for each sender with new
 * messages; statuses wait for the next batch, what is said of the account gets a job; an unknown event is kept and left alone.
 * The call is heard when the rows are stored and not otherwise. It may be lost: the rows say what is to be done.
 */
export const storeEventsSql = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb)
    AS g(id uuid, event_key text, kind text, sender_key text, payload jsonb)
), stored AS (
  INSERT INTO inbound_event (business_id, id, channel_id, event_key, kind, sender_key, payload, status, received_at)
  SELECT $1::uuid, id, $2::uuid, event_key, kind, sender_key, payload,
    CASE WHEN kind IN ('message', 'status', 'account') THEN 'pending' ELSE 'ignored' END, $4::timestamptz
  FROM given
  ON CONFLICT (business_id, channel_id, event_key) DO NOTHING
  RETURNING kind, sender_key
), called AS (
  SELECT pg_notify('${callChannel("' || worker.id || '")}',
    json_build_object('businessId', $1::uuid, 'channelId', $2::uuid, 'senderKey', sender_key)::text)
  FROM (SELECT DISTINCT sender_key FROM stored WHERE kind = 'message') sender
  CROSS JOIN LATERAL (${workersFor('sender_key', '$4::timestamptz')} LIMIT 1) worker
), asked AS (
  SELECT graphile_worker.add_job('handle-account-events', json_build_object('businessId', $1::uuid, 'channelId', $2::uuid),
    job_key := 'account:' || $2::uuid::text, priority := ${jobPriority['handle-account-events']})
  FROM (SELECT FROM stored WHERE kind = 'account' LIMIT 1) told
)
SELECT (SELECT count(*) FROM stored)::int AS stored, (SELECT count(*) FROM called) AS called,
  (SELECT count(*) FROM asked) AS asked`;
