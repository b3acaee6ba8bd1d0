import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SendRecord } from '../lib/simulator/types';
import { findSystemPostgres } from '../lib/testing/system-postgres';
import { buildAll } from '../scripts/stack/build';
import type { BenchRow } from './bench-row';
import { Cluster, isInstalled, type Part } from './cluster-stack';
import { percentile } from './figures';
import { Talkers, benchSimulator } from './talkers';

const parts: Part[] = [
  'web 0',
  'worker 0',
  'web 1',
  'worker 1',
  'web 2',
  'worker 2',
  'nginx',
  'PgBouncer',
  'PostgreSQL',
];
const customers = 24;
const thinkMs = 1_500;
/** How long a part stays away before somebody brings it back, and what is watched after that. */
const awayMs = 3_000;
const watchMs = 12_000;

/** Each part of a cluster killed in turn while customers talk: what it costs them, and whether anything is lost. */
export async function run(): Promise<BenchRow[]> {
  const bin = findSystemPostgres();
  const missing = ['nginx', 'pgbouncer'].filter((program) => !isInstalled(program));
  if (!bin || missing.length > 0) {
    console.log(
      `  left out: needs ${[...missing, ...(bin ? [] : ['a PostgreSQL with its tools'])].join(', ')}`,
    );
    return [];
  }
  await buildAll('start');
  const replies: Reply[] = [];
  const talkers = new Talkers(thinkMs, 90_000);
  const cluster = new Cluster(bin);
  await cluster.choosePorts();
  const simulator = await benchSimulator(cluster.webhookUrl, (record: SendRecord): void => {
    replies.push({ at: performance.now(), key: record.opaque ?? record.wamid });
    talkers.onSend(record);
  });
  talkers.control = simulator.control;
  cluster.apiUrl = simulator.url;
  try {
    await cluster.start();
    return await killInTurn(cluster, talkers, replies);
  } finally {
    await cluster.stop();
    await simulator.close();
  }
}

type Reply = { at: number; key: string };

async function killInTurn(cluster: Cluster, talkers: Talkers, replies: Reply[]): Promise<BenchRow[]> {
  const seconds = parts.length * ((awayMs + watchMs) / 1_000) + 15;
  const state = { ended: false };
  const talking = talkers
    .stream(Math.ceil((seconds * customers) / 11), customers, 7)
    .finally(() => (state.ended = true));
  await sleep(8_000);
  const rows: BenchRow[] = [];
  for (const part of parts) {
    if (state.ended) throw new Error('The customers had finished before every part was killed.');
    const began = performance.now();
    const refusedBefore = refused(cluster);
    await cluster.kill(part);
    // A database that is gone is gone: its standby takes over as soon as somebody decides so.
    await sleep(part === 'PostgreSQL' ? 1_000 : awayMs);
    await cluster.bringBack(part);
    await sleep(watchMs);
    const silence = longestSilence(replies.filter(({ at }) => at >= began - 500));
    rows.push({
      what: `${part} killed under load: longest time without any reply`,
      value: silence / 1_000,
      unit: 's',
      comparedWith: `webhooks turned away meanwhile, sent again by the provider: ${refusedSince(refusedBefore, refused(cluster))}`,
      ratio: null,
      reach: 'back by itself',
    });
  }
  const { replyMs, unanswered } = await talking;
  // The very last statuses may still be on their way.
  await sleep(5_000);
  const [waiting] = await cluster.ask(
    "SELECT count(*)::int AS n FROM inbound_event WHERE status = 'pending'",
  );
  const [overlaps] = await cluster.ask(
    `SELECT count(*)::int AS n FROM occupancy a JOIN occupancy b USING (business_id, resource_id, unit)
     WHERE a.active AND b.active AND a.id < b.id AND a.during && b.during`,
  );
  const counts = new Map<string, number>();
  for (const { key } of replies) counts.set(key, (counts.get(key) ?? 0) + 1);
  const twice = [...counts.values()].filter((times) => times > 1).length;
  const exact = (what: string, value: number, reach: string): BenchRow => ({
    what,
    value,
    unit: '',
    comparedWith: `${String(replies.length)} replies`,
    ratio: null,
    reach,
  });
  return [
    ...rows,
    exact('customers left without an answer', unanswered, '0'),
    exact('messages that wait for their outcome at the end', Number(waiting?.['n']), '0'),
    exact('slots given twice', Number(overlaps?.['n']), '0'),
    exact('replies sent twice (outcome of the call unknowable)', twice, 'as few as calls under way'),
    { ...exact('message in → reply out over all of it, p50', percentile(replyMs, 0.5), '–'), unit: 'ms' },
  ];
}

/** Webhooks that the balancer answered with an error so far, by status. */
function refused(cluster: Cluster): Map<string, number> {
  const log = readFileSync(path.join(cluster.folder, 'nginx/access.log'), 'utf8');
  const counts = new Map<string, number>();
  for (const [, status = ''] of log.matchAll(/HTTP\/1\.\d" (4\d\d|5\d\d) /g))
    counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

const refusedSince = (before: Map<string, number>, now: Map<string, number>): string =>
  [...now]
    .map(([status, count]) => [status, count - (before.get(status) ?? 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${String(count)} × ${status}`)
    .join(', ') || 'none';

/** Up to now: a cluster that never answers again is silent all along. */
function longestSilence(replies: Reply[]): number {
  let longest = performance.now() - (replies.at(-1)?.at ?? 0);
  for (const [index, { at }] of replies.entries())
    longest = Math.max(longest, at - (replies[index - 1]?.at ?? at));
  return longest;
}
