import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChatStack, type ChatStack } from '../testing/chat-stack';
import { answerMessage } from '../testing/scripted-customer';
import { seededRandom } from '../testing/seeded-random';
import type { SendRecord } from '../simulator/types';

const customers = 200;
/** Things each customer does: the opening message and the taps after it. */
const actions = 6;
const kills = 6;

let stack: ChatStack;
const sent: SendRecord[] = [];
const { next: random } = seededRandom(20261123);
const done = new Map<string, number>();

beforeAll(async () => {
  stack = await startChatStack({ onSend: talk });
}, 120_000);
afterAll(() => stack.close(), 60_000);

/** Customers answer what they get, each up to their number of actions. */
function talk(record: SendRecord): void {
  sent.push(record);
  const { customerId } = record;
  if (!customerId) return;
  const acted = done.get(customerId) ?? 0;
  if (acted >= actions) return;
  done.set(customerId, acted + 1);
  setTimeout(() => answerMessage(stack.simulator.control, record, random), random() * 200);
}

async function outstanding(): Promise<number> {
  const { rows } = await stack.db.database.pool.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM inbound_event WHERE status = 'pending')::int
       + (SELECT count(*) FROM message WHERE status IN ('queued', 'sending') AND direction = 'out')::int AS n`,
  );
  return rows[0]?.n ?? 0;
}

test('P23 workers killed at random moments lose nothing, answer once and never double-book', async () => {
  const { control } = stack.simulator;
  let worker: ChildProcess = await stack.startWorker();
  const people = Array.from({ length: customers }, (_, index) =>
    control.createCustomer({ name: `Customer ${index}`, identity: index % 3 === 0 ? 'bsuid' : 'both' }),
  );
  for (const person of people) {
    done.set(person.id, 1);
    control.act(person.id, { type: 'text', body: random() < 0.5 ? 'வணக்கம்' : 'tomorrow evening court' });
  }
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(400 + random() * 1200);
    worker.kill('SIGKILL');
    worker = await stack.startWorker();
  }
  const deadline = Date.now() + 120_000;
  let quiet = 0;
  while (quiet < 4 && Date.now() < deadline) {
    await sleep(500);
    quiet = (await outstanding()) === 0 ? quiet + 1 : 0;
  }
  await control.settled();
  const { prisma, pool } = stack.db.database;

  // Every inbound message has exactly one outcome.
  expect(await outstanding()).toBe(0);
  const inbound = control.counters().inbound;
  expect(await prisma.inboundEvent.count({ where: { kind: 'message' } })).toBe(inbound);
  expect(await prisma.inboundEvent.count({ where: { kind: 'message', status: 'done' } })).toBe(inbound);
  expect(await prisma.message.count({ where: { direction: 'in' } })).toBe(inbound);

  // Every reply was sent, and twice only where the outcome of the call could not be known, under the same mark.
  const replies = await prisma.message.findMany({ where: { direction: 'out' } });
  expect(
    replies.filter((reply) => !['accepted', 'sent', 'delivered', 'read'].includes(reply.status)),
  ).toEqual([]);
  const calls = new Map<string, number>();
  for (const { opaque } of sent) calls.set(opaque ?? 'none', (calls.get(opaque ?? 'none') ?? 0) + 1);
  expect(new Set(calls.keys())).toEqual(new Set(replies.map((reply) => reply.id)));
  const twice = replies.filter((reply) => (calls.get(reply.id) ?? 0) > 1);
  expect(twice.filter((reply) => reply.resends === 0)).toEqual([]);

  // No slot is taken twice: the database would not have it, and the rows say so too.
  const { rows: overlaps } = await pool.query(
    `SELECT 1 FROM occupancy a JOIN occupancy b ON a.business_id = b.business_id AND a.resource_id = b.resource_id
       AND a.unit = b.unit AND a.id < b.id AND a.during && b.during WHERE a.active AND b.active`,
  );
  expect(overlaps).toEqual([]);
  const { rows: confirmed } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM booking WHERE source = 'chat' AND status = 'confirmed'`,
  );
  process.stdout.write(
    `${kills} kills: ${inbound} messages in, ${replies.length} replies, ${twice.length} sent again after an unknowable outcome, ` +
      `${confirmed[0]?.n ?? 0} bookings confirmed\n`,
  );
  expect(confirmed[0]?.n).toBeGreaterThan(0);
}, 300_000);
