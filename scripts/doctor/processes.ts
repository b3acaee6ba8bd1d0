import type pg from 'pg';
import type { Env } from '../../lib/env';
import { well, wrong, type Finding } from './finding';

/** A worker shows itself every few seconds. */
const silentSeconds = 30;

export async function checkWorker(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ alive: number }>(
    'SELECT count(*)::int AS alive FROM worker_process WHERE seen_at > now() - make_interval(secs => $1)',
    [silentSeconds],
  );
  const alive = rows[0]?.alive ?? 0;
  return alive > 0
    ? well('Worker', `${String(alive)} running`)
    : wrong(
        'Worker',
        `none has shown itself for ${String(silentSeconds)} seconds`,
        'Run: npm start (or npm run worker)',
      );
}

/** What was tried for the last time waits for a person. */
export async function checkJobs(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ failed: number; behind: number }>(
    `SELECT count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed,
       count(*) FILTER (WHERE attempts = 0 AND locked_at IS NULL AND run_at < now() - interval '5 minutes')::int AS behind
     FROM graphile_worker.jobs`,
  );
  const { failed, behind } = rows[0] ?? { failed: 0, behind: 0 };
  if (failed > 0)
    return wrong(
      'Queue',
      `tasks given up: ${String(failed)}`,
      'Owners see why under Settings, Failed tasks, and try them again or discard them.',
    );
  return behind > 0
    ? wrong(
        'Queue',
        `tasks that have waited for more than five minutes: ${String(behind)}`,
        'Start more workers: npm run worker',
      )
    : well('Queue', 'nothing given up, nobody waits');
}

export async function checkWeb(env: Env): Promise<Finding> {
  const url = `http://${['0.0.0.0', '::'].includes(env.HOST) ? '127.0.0.1' : env.HOST}:${String(env.PORT)}`;
  try {
    const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
    if (answer.ok) return well('Web', `${url} is ready`);
    return wrong('Web', `${url} answers ${String(answer.status)}`, (await answer.text()).slice(0, 300));
  } catch {
    return wrong('Web', `nothing answers at ${url}`, 'Run: npm start (or npm run web)');
  }
}
