import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/db/embedded/free-port';
import type { BenchRow } from './bench-row';
import { withBenchStack } from './bench-stack';
import { Talkers, benchSimulator } from './talkers';

const atOnce = 100;
const turns = 2;
/** Memory is no matter of pace: on a busy machine a hundred at once may wait, as long as nobody is forgotten. */
const patienceMs = 180_000;

/** What ten thousand conversations leave behind in the memory of web and worker that a thousand had not. */
export async function run(): Promise<BenchRow[]> {
  const talkers = new Talkers(0, patienceMs);
  const port = await freePort();
  const simulator = await benchSimulator(
    `http://127.0.0.1:${String(port)}/api/webhooks/whatsapp/demo`,
    talkers.onSend,
  );
  talkers.control = simulator.control;
  // Statuses come in batches, as under load they do.
  simulator.control.misbehave({ batchMs: 100 });
  try {
    return await withBenchStack(
      simulator.url,
      async (stack) => {
        const web = await stack.startWeb();
        const worker = await stack.startWorker();
        const pids = [web.pid ?? 0, worker.pid ?? 0];
        await thousandConversations(talkers);
        const early = await settledMegabytes(pids);
        for (let thousand = 2; thousand <= 10; thousand += 1) await thousandConversations(talkers);
        return [row(early, await settledMegabytes(pids))];
      },
      port,
    );
  } finally {
    await simulator.close();
  }
}

let done = 0;

async function thousandConversations(talkers: Talkers): Promise<void> {
  const began = performance.now();
  const { unanswered } = await talkers.stream(1_000, atOnce, turns);
  if (unanswered > 0) throw new Error(`${String(unanswered)} customers were left without an answer.`);
  done += 1_000;
  const perSecond = 1_000_000 / (performance.now() - began);
  process.stderr.write(`    ${String(done)} conversations, ${perSecond.toFixed(0)} a second\n`);
}

const row = (early: number, late: number): BenchRow => ({
  what: 'memory of web + worker after 10,000 conversations',
  value: late,
  unit: 'MB',
  comparedWith: `after 1,000: ${early.toFixed(0)} MB`,
  ratio: late / early,
  reach: 'within 1.1×',
});

/** Resident memory of the processes, at its lowest within some seconds of rest. */
async function settledMegabytes(pids: number[]): Promise<number> {
  let lowest = Infinity;
  for (let look = 0; look < 8; look += 1) {
    await sleep(1_000);
    lowest = Math.min(
      lowest,
      pids.reduce((sum, pid) => sum + residentMegabytes(pid), 0),
    );
  }
  return lowest;
}

function residentMegabytes(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
