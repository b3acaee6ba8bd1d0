/**
 * $1 business, $2 channel, $3 events as JSON, $4 now. Inserts what is new and adds one job for each sender with new
 * messages; statuses wait for the next batch; an account event or an unknown one is kept and left alone.
 * The jobs are added in one call: each call of the queue's function looks through all jobs that wait, as long as their
 * table has no statistics (measured for 16 senders with some thousand jobs waiting: 4 ms instead of 40).
 */
export const storeEventsSql = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb)
    AS g(id uuid, event_key text, kind text, sender_key text, payload jsonb)
), stored AS (
  INSERT INTO inbound_event (business_id, id, channel_id, event_key, kind, sender_key, payload, status, received_at)
  SELECT $1::uuid, id, $2::uuid, event_key, kind, sender_key, payload,
    CASE WHEN kind IN ('message', 'status') THEN 'pending' ELSE 'ignored' END, $4::timestamptz
  FROM given
  ON CONFLICT (business_id, channel_id, event_key) DO NOTHING
  RETURNING id, kind, sender_key
), conversation AS (
  SELECT FROM graphile_worker.add_jobs(ARRAY(
    SELECT ROW('handle-inbound',
      json_build_object('businessId', $1::uuid, 'channelId', $2::uuid, 'senderKey', sender_key),
      'in:' || md5($2::text || sender_key), NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec
    FROM (SELECT DISTINCT sender_key FROM stored WHERE kind = 'message') senders))
)
SELECT (SELECT count(*) FROM stored)::int AS stored,
  (SELECT count(*) FROM conversation) AS jobs`;
