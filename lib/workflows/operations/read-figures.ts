import type { World } from '../types';

/** SQL: how many seconds ago the first of these instants was; 0 where there is none. */
const secondsSince = (then: string): string =>
  `coalesce(extract(epoch FROM $1::timestamptz - min(${then})), 0)`;

/**
 * One statement: what waits and what has gone wrong, in the whole installation. Each part reads a partial index or the
 * queue, whatever is stored beside.
 */
const figuresSql = `
  WITH jobs AS (
    SELECT t.identifier AS job, j.run_at, CASE
      WHEN j.attempts >= j.max_attempts THEN 'failed' WHEN j.locked_at IS NOT NULL THEN 'running'
      WHEN j.run_at > $1::timestamptz THEN 'later' ELSE 'ready' END AS state
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  ), waiting AS (
    SELECT CASE kind WHEN 'message' THEN 'messages_in' WHEN 'status' THEN 'statuses' ELSE 'other' END AS of,
      count(*) AS n, ${secondsSince('received_at')} AS age
    FROM inbound_event WHERE status = 'pending' GROUP BY 1
    UNION ALL
    SELECT 'messages_out', count(*), ${secondsSince('coalesce(next_attempt_at, created_at)')}
    FROM message WHERE status IN ('queued', 'sending') AND direction = 'out'
    UNION ALL
    SELECT 'gateway_events', count(*), ${secondsSince('received_at')} FROM gateway_event WHERE status = 'pending'
  )
  SELECT json_build_object(
    'jobs', (SELECT json_object_agg(state, n) FROM (SELECT state, count(*) AS n FROM jobs GROUP BY 1) x),
    'failedJobs', (SELECT json_object_agg(job, n) FROM
      (SELECT job, count(*) AS n FROM jobs WHERE state = 'failed' GROUP BY 1) x),
    'oldestJob', (SELECT ${secondsSince('run_at')} FROM jobs WHERE state = 'ready'),
    'waiting', (SELECT json_object_agg(of, n) FROM waiting),
    'oldestWaiting', (SELECT json_object_agg(of, greatest(age, 0)) FROM waiting),
    'workers', (SELECT count(*) FROM worker_process WHERE seen_at > $1::timestamptz - interval '30 seconds'),
    'holds', (SELECT json_build_object(
      'live', count(*) FILTER (WHERE hold_until > $1::timestamptz),
      'overdue', count(*) FILTER (WHERE hold_until < $1::timestamptz - interval '2 minutes'))
      FROM booking WHERE status = 'held'),
    'paymentsUnconfirmed', (SELECT json_object_agg(disposition, n) FROM (
      SELECT disposition, count(*) AS n FROM payment WHERE disposition IN ('recorded', 'late', 'mismatch', 'unmatched')
        AND (disposition <> 'recorded' OR received_at < $1::timestamptz - interval '2 minutes') GROUP BY 1) x),
    'paymentsOpen', (SELECT count(*) FROM payment_attempt WHERE status IN ('creating', 'open')),
    'differences', (SELECT json_object_agg(kind, n) FROM
      (SELECT kind, count(*) AS n FROM settlement_difference WHERE mended_at IS NULL GROUP BY 1) x),
    'channelsPaused', (SELECT count(*) FROM channel WHERE paused_reason IS NOT NULL),
    'calendars', (SELECT json_object_agg(state, n) FROM
      (SELECT state, count(*) AS n FROM calendar_link WHERE ended_at IS NULL GROUP BY 1) x),
    'calendarLag', (SELECT ${secondsSince('coalesce(written_at, created_at)')} FROM calendar_link WHERE ended_at IS NULL),
    'chatsUnanswered', (SELECT json_object_agg(staff_reason, n) FROM (SELECT staff_reason, count(*) AS n FROM thread
      WHERE staff_reason IN ('unanswered', 'delivery-failed', 'fault') GROUP BY 1) x)
  ) AS figures`;

type Counts = Readonly<Record<string, number>>;

/** Of the whole installation; ages in seconds. Nothing that names a business or a person. */
export type Figures = {
  jobs: Counts;
  failedJobs: Counts;
  oldestJob: number;
  waiting: Counts;
  oldestWaiting: Counts;
  workers: number;
  holds: Counts;
  paymentsUnconfirmed: Counts;
  paymentsOpen: number;
  differences: Counts;
  channelsPaused: number;
  calendars: Counts;
  calendarLag: number;
  chatsUnanswered: Counts;
};

type Read = { [Name in keyof Figures]: Figures[Name] extends number ? number : Counts | null };

/** The figures that monitors watch, as the database has them now. Throws where it does not answer. */
export async function readFigures({ database, clock }: Pick<World, 'database' | 'clock'>): Promise<Figures> {
  const { rows } = await database.pool.query<{ figures: Read }>(figuresSql, [clock.now()]);
  const read = rows[0]?.figures;
  if (!read) throw new Error('The figures are one row.');
  return {
    ...read,
    // What is not there is none: a gauge that vanishes looks like a process that has.
    jobs: { ready: 0, running: 0, later: 0, failed: 0, ...read.jobs },
    failedJobs: read.failedJobs ?? {},
    oldestJob: Math.max(0, read.oldestJob),
    waiting: { messages_in: 0, statuses: 0, ...read.waiting },
    oldestWaiting: { messages_in: 0, statuses: 0, ...read.oldestWaiting },
    holds: read.holds ?? {},
    calendars: { active: 0, ...read.calendars },
    calendarLag: Math.max(0, read.calendarLag),
    paymentsUnconfirmed: { recorded: 0, late: 0, mismatch: 0, unmatched: 0, ...read.paymentsUnconfirmed },
    chatsUnanswered: { unanswered: 0, 'delivery-failed': 0, fault: 0, ...read.chatsUnanswered },
    differences: { 'missing-here': 0, 'missing-there': 0, amount: 0, refund: 0, ...read.differences },
  };
}
