import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/client';
import { newId } from '../db/new-id';
import type { ChannelId, ThreadId } from '../kernel/ids';
import type { SimulatorControl } from '../simulator/server';
import type { SendRecord } from '../simulator/types';
import { scopeOf } from '../tenancy/scope';
import { saveTurn } from '../threads/commands/save-turn';

/** What one number sends at most by Meta's default, in and out together. Source: Cloud API throughput. */
export const numberRate = 80;

/**
 * Enough that nobody is written to for long more often than once in six seconds (Meta's pair rate); in a short run each
 * still hears several times, so that an order can be told.
 */
const customersFor = (seconds: number): number => Math.min(600, Math.ceil((seconds * numberRate) / 5));
/** What customers write meanwhile: the eighth of the number's rate that is kept for them. */
const heardPerSecond = 10;
const tickMs = 100;

type Load = {
  database: Database;
  control: SimulatorControl;
  /** What the stand-in took, in order; it goes on growing. */
  sent: readonly SendRecord[];
  seconds: number;
};

/** What became of a load: `refused` are calls answered 130429 or 131056, `perSecond` what was taken in and out. */
export type LoadResult = {
  offered: number;
  accepted: number;
  refused: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  seconds: number;
  heard: number;
};

/** `written`: when all before is saved; a turn that is saved out of its place would be refused. */
type Line = { threadId: ThreadId; waId: string; position: number; written: Promise<unknown> };

/**
 * Writes messages to customers of one number at its full rate for so many seconds, as the product writes any of its own,
 * while customers write as well; then waits until all of them are sent, and counts. Workers must be running against a
 * stand-in that answers 130429 and 131056 where the limits are broken.
 */
export async function sendUnderLoad({ database, control, sent, seconds }: Load): Promise<LoadResult> {
  const { prisma } = database;
  const channel = await prisma.channel.findFirstOrThrow();
  const scope = scopeOf(channel.businessId);
  await prisma.channel.updateMany({ data: { ratePerSecond: numberRate } });
  const lines = await addCustomers(database, channel, customersFor(seconds));
  const talkers = await addTalkers(database, channel, control);
  const offered = new Map<string, number>();
  const began = performance.now();
  let heard = 0;
  const write = async (line: Line | undefined, number: number): Promise<void> => {
    if (!line) return;
    const firstPosition = line.position;
    line.position += 1;
    const effectId = newId();
    const saving = line.written.then(() =>
      saveTurn(prisma, scope, {
        channelId: channel.id as ChannelId,
        threadId: line.threadId,
        firstPosition,
        state: null,
        now: new Date(),
        messages: [
          {
            direction: 'out',
            effectId,
            purpose: 'asked-for',
            label: 'load',
            content: { kind: 'text', body: String(number) },
            expiresAt: null,
          },
        ],
      }),
    );
    line.written = saving;
    if ((await saving) === null) throw new Error(`the load's message ${String(number)} was not saved`);
    offered.set(effectId, number);
  };
  for (let number = 0; number < seconds * numberRate;) {
    const due = Math.min(seconds * numberRate, Math.ceil(((performance.now() - began) / 1000) * numberRate));
    const batch: Promise<void>[] = [];
    for (; number < due; number += 1) batch.push(write(lines[number % lines.length], number));
    for (; heard < (due / numberRate) * heardPerSecond; heard += 1)
      control.act(talkers[heard % talkers.length] ?? '', { type: 'text', body: 'hello' });
    await Promise.all(batch);
    await sleep(tickMs);
  }
  const count = offered.size;
  // An eighth of what is offered is more than we send; that much later it has to be done.
  const deadline = performance.now() + seconds * 1000 + 60_000;
  while ((await waiting(database)) > 0 && performance.now() < deadline) await sleep(200);
  const took = (performance.now() - began) / 1000;
  return { offered: count, heard, seconds: took, refused: control.counters().refused, ...judge(sent, count) };
}

const waiting = (database: Database): Promise<number> =>
  database.prisma.message.count({ where: { label: 'load', status: { in: ['queued', 'sending'] } } });

/** Each message carries its number: numbers to one customer have to come in order, and each number once. */
function judge(
  sent: readonly SendRecord[],
  offered: number,
): Pick<LoadResult, 'accepted' | 'lost' | 'doubled' | 'outOfOrder'> {
  const seen = new Set<number>();
  const last = new Map<string, number>();
  let doubled = 0;
  let outOfOrder = 0;
  for (const { to, payload } of sent) {
    const number = Number((payload as { text?: { body?: string } }).text?.body);
    if (seen.has(number)) doubled += 1;
    seen.add(number);
    if (number < (last.get(to) ?? -1)) outOfOrder += 1;
    last.set(to, number);
  }
  return { accepted: sent.length, lost: offered - seen.size, doubled, outOfOrder };
}

type ChannelRow = { businessId: string; id: string };

/** Customers who have just written, so that they may be answered. */
async function addCustomers(
  { prisma }: Database,
  { businessId, id }: ChannelRow,
  count: number,
): Promise<Line[]> {
  const now = new Date();
  const people = Array.from({ length: count }, (_, n) => ({
    businessId,
    id: newId(),
    waId: `9197${String(10_000_000 + n)}`,
    createdAt: now,
  }));
  await prisma.customer.createMany({ data: people });
  const threads = people.map((person) => ({
    businessId,
    id: newId<ThreadId>(),
    channelId: id,
    customerId: person.id,
    lastInboundAt: now,
    createdAt: now,
    updatedAt: now,
  }));
  await prisma.thread.createMany({ data: threads });
  return threads.map((thread, n) => ({
    threadId: thread.id,
    waId: people[n]?.waId ?? '',
    position: 0,
    written: Promise.resolve(),
  }));
}

/** Customers whom staff have blocked: what they write counts for the number, and is not answered. */
async function addTalkers(
  { prisma }: Database,
  { businessId }: ChannelRow,
  control: SimulatorControl,
): Promise<string[]> {
  const talkers = Array.from({ length: 20 }, (_, n) =>
    control.createCustomer({ name: `Talker ${String(n)}`, identity: 'both' }),
  );
  const now = new Date();
  await prisma.customer.createMany({
    data: talkers.map(({ waId, bsuid }) => ({
      ...{ businessId, id: newId(), waId, bsuid },
      ...{ blockedAt: now, createdAt: now },
    })),
  });
  return talkers.map(({ id }) => id);
}
