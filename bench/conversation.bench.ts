import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { Agent } from 'node:http';
import { freePort } from '../lib/db/embedded/free-port';
import { newId } from '../lib/db/new-id';
import type { BenchRow } from './bench-row';
import { benchNumber, withBenchStack, type BenchStack } from './bench-stack';
import { percentile } from './figures';
import { Talkers, benchSimulator } from './talkers';

const customers = 50;
/** Between reading an answer and the next tap: a hurried person's pace. */
const thinkMs = 3_000;
const turns = 8;

/** Message in → reply at the stand-in with fifty customers talking, and what ten thousand conversations leave behind. */
export async function run(): Promise<BenchRow[]> {
  const talkers = new Talkers(thinkMs);
  const quick = new Talkers(0);
  const port = await freePort();
  const simulator = await benchSimulator(
    `http://127.0.0.1:${String(port)}/api/webhooks/whatsapp/demo`,
    (record) => {
      talkers.onSend(record);
      quick.onSend(record);
    },
  );
  talkers.control = simulator.control;
  quick.control = simulator.control;
  try {
    return await withBenchStack(
      simulator.url,
      async (stack) => {
        const web = await stack.startWeb();
        const worker = await stack.startWorker();
        const people = newPeople(talkers, customers);
        await talkers.talk(people, 3);
        const ours = await talkers.talk(people, turns);
        if (ours.unanswered > 0)
          throw new Error(`${String(ours.unanswered)} customers were left without an answer.`);
        const base = await baseline(stack, simulator.url, people);
        return [
          ...latencyRows(ours.replyMs, base),
          ...(await memoryRows(quick, [web.pid ?? 0, worker.pid ?? 0])),
        ];
      },
      port,
    );
  } finally {
    await simulator.close();
  }
}

const newPeople = ({ control }: Talkers, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => control?.createCustomer({ name: `Customer ${String(index)}`, identity: 'both' }).id ?? '',
  );

/** Two bare inserts and one HTTP call in sequence, by as many customers at the same pace. */
async function baseline(stack: BenchStack, apiUrl: string, people: string[]): Promise<number[]> {
  const { pool } = stack.database;
  await pool.query('CREATE TABLE bare (id uuid PRIMARY KEY, body jsonb NOT NULL)');
  const http = axios.create({ httpAgent: new Agent({ keepAlive: true }) });
  const insert = 'INSERT INTO bare (id, body) VALUES ($1, $2)';
  const body = JSON.stringify({ text: 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்', buttons: ['1', '2', '3'] });
  const took: number[] = [];
  await Promise.all(
    people.map(async (_, index) => {
      await sleep((thinkMs * index) / people.length);
      for (let turn = 0; turn < turns; turn += 1) {
        const began = performance.now();
        await pool.query(insert, [newId(), body]);
        await pool.query(insert, [newId(), body]);
        await http.post(
          `${apiUrl}/v26.0/${benchNumber.phoneNumberId}/messages`,
          { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.bench' },
          { headers: { authorization: `Bearer ${benchNumber.accessToken}` }, validateStatus: () => true },
        );
        took.push(performance.now() - began);
        await sleep(thinkMs);
      }
    }),
  );
  return took;
}

function latencyRows(ours: number[], base: number[]): BenchRow[] {
  const row = (name: string, share: number, reach: string): BenchRow => ({
    what: `message in → reply out, ${name}, ${String(customers)} customers talking`,
    value: percentile(ours, share),
    unit: 'ms',
    comparedWith: `two bare inserts and one HTTP call: ${percentile(base, share).toFixed(1)} ms`,
    ratio: percentile(ours, share) / percentile(base, share),
    reach,
  });
  return [row('p50', 0.5, 'within 3×'), row('p99', 0.99, 'under 10×')];
}

async function memoryRows(quick: Talkers, pids: number[]): Promise<BenchRow[]> {
  const conversations = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 100) await quick.talk(newPeople(quick, 100), 2);
  };
  // Statuses come in batches, as under load they do.
  quick.control?.misbehave({ batchMs: 100 });
  await conversations(1_000);
  const early = await settledMegabytes(pids);
  await conversations(9_000);
  const late = await settledMegabytes(pids);
  return [
    {
      what: 'memory of web + worker after 10,000 conversations',
      value: late,
      unit: 'MB',
      comparedWith: `after 1,000: ${early.toFixed(0)} MB`,
      ratio: late / early,
      reach: 'within 1.1×',
    },
  ];
}

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
