import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { Agent } from 'node:http';
import { settleDisk } from './settle-disk';
import { freePort } from '../lib/db/embedded/free-port';
import { newId } from '../lib/db/new-id';
import type { Customer } from '../lib/simulator/types';
import type { BenchRow } from './bench-row';
import { benchNumber, withBenchStack, type BenchStack } from './bench-stack';
import { percentile } from './figures';
import { Talkers, benchSimulator } from './talkers';

const customers = 50;
/** Between reading an answer and the next tap: a hurried person's pace. */
const thinkMs = 3_000;
const turns = 8;
/**
 * A server has answered thousands of messages before the one that is measured, and its code has long been compiled; for some
 * seconds other customers hurry until ours is in that state, too. Each says little: who says much in a minute is a flood.
 */
const warming = { thinkMs: 300, customers: 300, turns: 8 };

/** As long as the replies of a booking usually are. */
const reply = {
  type: 'list',
  body: { text: 'சனி, 28 நவ அன்று எந்த நேரம் வசதியா இருக்கும்?' },
  action: {
    button: 'நேரங்கள்',
    sections: ['காலை', 'மாலை'].map((title, part) => ({
      title,
      rows: [6, 7, 8, 9].map((hour) => ({
        id: `time:${title}:${String(part * 12 + hour)}`,
        title: `${title} ${String(hour)}:00`,
        description: '₹400 · 3 கோர்ட்',
      })),
    })),
  },
};

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
        talkers.thinkMs = warming.thinkMs;
        await talkers.stream(warming.customers, customers, warming.turns);
        talkers.thinkMs = thinkMs;
        const people = Array.from({ length: customers }, () => talkers.newPerson());
        await talkers.talk(people, 3);
        // What these have left behind, statuses above all, must not be worked off while others are measured.
        await simulator.control.settled();
        await sleep(5_000);
        await settleDisk(stack.database.pool);
        // What a commit waits for the disk wanders within minutes: half of the comparison comes before, half after.
        const known = simulator.control.customers().filter(({ id }) => people.includes(id));
        const before = await baseline(stack, simulator.url, known);
        const ours = await talkers.talk(people, turns);
        if (ours.unanswered > 0)
          throw new Error(`${String(ours.unanswered)} customers were left without an answer.`);
        const after = await baseline(stack, simulator.url, known);
        return latencyRows(ours.replyMs, [...before, ...after]);
      },
      port,
    );
  } finally {
    await simulator.close();
  }
}

/**
 * Two bare inserts and one HTTP call in sequence, by as many customers at the same pace. The call is the one that a reply
 * makes: a message that the stand-in takes, to a customer who has written. A call that is turned away costs it less.
 */
async function baseline(stack: BenchStack, apiUrl: string, customers: Customer[]): Promise<number[]> {
  const { pool } = stack.database;
  await pool.query('CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body jsonb NOT NULL)');
  const http = axios.create({ httpAgent: new Agent({ keepAlive: true }) });
  const insert = 'INSERT INTO bare (id, body) VALUES ($1, $2)';
  const body = JSON.stringify({ text: 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்', buttons: ['1', '2', '3'] });
  const took: number[] = [];
  await Promise.all(
    customers.map(async ({ waId }, index) => {
      await sleep((thinkMs * index) / customers.length);
      for (let turn = 0; turn < turns / 2; turn += 1) {
        const began = performance.now();
        await pool.query(insert, [newId(), body]);
        await pool.query(insert, [newId(), body]);
        await http.post(
          `${apiUrl}/v26.0/${benchNumber.phoneNumberId}/messages`,
          { messaging_product: 'whatsapp', to: `+${waId ?? ''}`, type: 'interactive', interactive: reply },
          { headers: { authorization: `Bearer ${benchNumber.accessToken}` } },
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
