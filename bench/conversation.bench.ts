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

/** Message in → reply at the stand-in, with fifty customers talking. */
export async function run(): Promise<BenchRow[]> {
  const talkers = new Talkers(thinkMs);
  const port = await freePort();
  const simulator = await benchSimulator(
    `http://127.0.0.1:${String(port)}/api/webhooks/whatsapp/demo`,
    talkers.onSend,
  );
  talkers.control = simulator.control;
  try {
    return await withBenchStack(
      simulator.url,
      async (stack) => {
        await stack.startWeb();
        await stack.startWorker();
        const people = Array.from({ length: customers }, () => talkers.newPerson());
        await talkers.talk(people, 3);
        const ours = await talkers.talk(people, turns);
        if (ours.unanswered > 0)
          throw new Error(`${String(ours.unanswered)} customers were left without an answer.`);
        const base = await baseline(stack, simulator.url, people);
        return latencyRows(ours.replyMs, base);
      },
      port,
    );
  } finally {
    await simulator.close();
  }
}

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
