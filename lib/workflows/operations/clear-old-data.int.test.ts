import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import { newId } from '../../db/new-id';
import { getKeeping } from '../../operations/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { clearOldData } from './clear-old-data';
import { saveKeeping } from './save-keeping';

let db: TestDatabase;
const day = 86_400_000;
let now = new Date('2026-11-27T22:00:00Z');
const world = () => ({ database: db.database, clock: { now: () => now }, log: pino({ level: 'silent' }) });
const actor: StaffActor = { userId: newId(), name: 'Meena', role: 'owner', address: '::1', agent: 'test' };
const daysAgo = (days: number): Date => new Date(now.getTime() - days * day);

beforeAll(async () => {
  db = await createTestDatabase(4);
});
afterAll(() => db.drop());

/** Events and messages of these ages in days, in one chat. */
async function fill(scope: BusinessScope, channelId: string, ages: number[]): Promise<string> {
  const { businessId } = scope;
  const { prisma } = db.database;
  const [customerId, threadId, accountId] = [newId(), newId(), newId()];
  await prisma.customer.create({ data: { businessId, id: customerId, createdAt: daysAgo(900) } });
  await prisma.thread.create({
    data: {
      businessId,
      id: threadId,
      channelId,
      customerId,
      state: { step: 'name', name: 'Meena' },
      nextPosition: ages.length,
      createdAt: daysAgo(900),
      updatedAt: daysAgo(Math.min(...ages)),
    },
  });
  await prisma.paymentAccount.create({
    data: {
      businessId,
      id: accountId,
      gateway: 'razorpay',
      mode: 'test',
      credentials: 'none',
      createdAt: daysAgo(900),
    },
  });
  const event = (age: number, status: string) => ({
    businessId,
    id: newId(),
    eventKey: newId(),
    status,
    receivedAt: daysAgo(age),
  });
  for (const status of ['done', 'pending']) {
    await prisma.inboundEvent.createMany({
      data: ages.map((age) => ({
        ...event(age, status),
        channelId,
        kind: 'status',
        senderKey: '1',
        payload: { age },
      })),
    });
    await prisma.gatewayEvent.createMany({
      data: ages.map((age) => ({
        ...event(age, status),
        accountId,
        name: 'payment.captured',
        topic: 'payment',
        body: '{"contact":"+919876543210"}',
        contentType: 'application/json',
      })),
    });
  }
  await prisma.message.createMany({
    data: ages.map((age, position) => ({
      businessId,
      id: newId(),
      threadId,
      position,
      direction: position === ages.length - 1 ? 'out' : 'in',
      effectId: newId(),
      label: 'text',
      content: { kind: 'text', text: 'My name is Meena' },
      status: position === ages.length - 1 ? 'queued' : 'received',
      createdAt: daysAgo(age),
    })),
  });
  return threadId;
}

const left = async ({ businessId }: BusinessScope) => {
  const { prisma } = db.database;
  const where = { businessId };
  return {
    events: await prisma.inboundEvent.count({ where: { ...where, status: 'done' } }),
    pending: await prisma.inboundEvent.count({ where: { ...where, status: 'pending' } }),
    bodies: await prisma.gatewayEvent.count({ where: { ...where, status: 'done', NOT: { body: '' } } }),
    gatewayEvents: await prisma.gatewayEvent.count({ where }),
    messages: await prisma.message.count({ where }),
  };
};

test('what is older than each business keeps it goes, in batches, and nothing else', async () => {
  const first = await makeBusiness(db.database);
  const second = await makeBusiness(db.database);
  const ages = [800, 500, 366, 364, 100, 31, 29, 1, 900];
  const threadId = await fill(first.scope, first.channelId, ages);
  await fill(second.scope, second.channelId, ages);
  await saveKeeping(world(), second.scope, { actor, keeping: { bodiesDays: 90, messagesMonths: null } });
  await clearOldData(world(), 2);
  // The last message waits to be sent, whatever its age.
  expect(await left(first.scope)).toEqual({
    events: 2,
    pending: 9,
    bodies: 2,
    gatewayEvents: 18,
    messages: 6,
  });
  expect(await left(second.scope)).toEqual({
    events: 3,
    pending: 9,
    bodies: 3,
    gatewayEvents: 18,
    messages: 9,
  });
  expect((await getKeeping(db.database.prisma, first.scope)).clearedAt).toBe(now.toISOString());
  // The chat was in use yesterday; a year later nobody has been there.
  const state = async () =>
    (await db.database.prisma.thread.findFirstOrThrow({ where: { id: threadId } })).state;
  expect(await state()).not.toBeNull();
  now = new Date(now.getTime() + 366 * day);
  await clearOldData(world());
  expect(await state()).toBeNull();
  expect((await left(first.scope)).messages).toBe(1);
});

test('a run that breaks off is taken up where it stopped', async () => {
  const { scope, channelId } = await makeBusiness(db.database);
  await fill(scope, channelId, [400, 401, 402, 403, 404, 1]);
  const { prisma } = db.database;
  let calls = 0;
  // The database is gone at the fourth batch.
  const failing = new Proxy(prisma, {
    get: (target, name) =>
      name === '$executeRaw'
        ? (...args: Parameters<typeof prisma.$executeRaw>) => {
            calls += 1;
            if (calls > 3) throw new Error('gone');
            return target.$executeRaw(...args);
          }
        : (Reflect.get(target, name) as unknown),
  });
  const broken = { ...world(), database: { ...db.database, prisma: failing } };
  await expect(clearOldData(broken, 2)).rejects.toThrow('gone');
  await clearOldData(world(), 2);
  expect(await left(scope)).toMatchObject({ events: 1, bodies: 1, messages: 1 });
});

test('bookings, money, receipts, consents and the log are never touched: no statement names them', () => {
  const source = readFileSync('lib/operations/commands/keep-data.ts', 'utf8');
  const written = [...source.matchAll(/\b(?:DELETE FROM|UPDATE|INSERT INTO) (\w+)|\bdb\.(\w+)\.(?!find)/g)];
  expect([...new Set(written.map(([, table, model]) => table ?? model))].sort()).toEqual([
    'business',
    'gateway_event',
    'inbound_event',
    'message',
    'thread',
  ]);
});
