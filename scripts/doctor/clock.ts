import type pg from 'pg';
import { well, wrong, type Finding } from './finding';

/** Holds and timers compare instants of several machines: more than this is seen by customers. */
const databaseSkewMs = 2_000;
/** Signed links, second factors and certificates bear this much; a Date header is whole seconds and travels. */
const providerSkewMs = 30_000;

const mend = 'Turn on time synchronisation: timedatectl set-ntp true (or chrony, or the platform’s own).';

const seconds = (ms: number): string => `${String(Math.round(Math.abs(ms) / 100) / 10)} s`;

/** How far our clock goes ahead of another's (below zero: behind), that was read between two looks at ours. */
export const skewOf = (theirs: Date, before: Date, after: Date): number =>
  (before.getTime() + after.getTime()) / 2 - theirs.getTime();

/** What a difference means; `whose` is the other clock, `bearable` what does not matter. */
export function judgeSkew(skewMs: number, whose: string, bearableMs: number): Finding {
  const what = 'Clock';
  if (Math.abs(skewMs) <= bearableMs) return well(what, `agrees with ${whose} (${seconds(skewMs)} apart)`);
  const how = skewMs > 0 ? 'ahead of' : 'behind';
  return wrong(what, `this machine is ${seconds(skewMs)} ${how} ${whose}`, mend);
}

export async function checkDatabaseClock(client: pg.Client): Promise<Finding> {
  const before = new Date();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return judgeSkew(skewOf(rows[0]?.now ?? before, before, new Date()), 'the database', databaseSkewMs);
}

/** Against the Date header of whoever answers at `url`, whatever they answer. */
export async function checkProviderClock(url: string): Promise<Finding> {
  const before = new Date();
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const date = new Date(answer.headers.get('date') ?? '');
    if (Number.isNaN(date.getTime())) return well('Clock', `${url} tells no time: not compared`);
    // The header is cut to whole seconds.
    const theirs = new Date(date.getTime() + 500);
    return judgeSkew(skewOf(theirs, before, new Date()), new URL(url).host, providerSkewMs);
  } catch {
    return well('Clock', `${url} does not answer: compared with the database only`);
  }
}
