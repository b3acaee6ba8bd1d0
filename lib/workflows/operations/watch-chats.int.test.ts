import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { listChats } from '../list-chats';
import { readFigures } from './read-figures';
import { watchChats } from './watch-chats';

let db: TestDatabase;
let scope: BusinessScope;
let channelId: string;
let made = 0;
const now = new Date('2026-11-27T06:00:00Z');
const world = () => ({ database: db.database, clock: { now: () => now } });
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

beforeAll(async () => {
  db = await createTestDatabase(4);
});
afterAll(() => db.drop());
beforeEach(async () => {
  ({ scope, channelId } = await makeBusiness(db.database));
});

type Said = { direction: 'in' | 'out'; minutes: number; status?: string; label?: string };

/** A chat with these messages; `waId` of its customer. */
async function makeChat(
  said: Said[],
  { thread = {}, customer = {} }: { thread?: object; customer?: object } = {},
): Promise<{ id: string; waId: string }> {
  const { businessId } = scope;
  const [id, customerId] = [newId(), newId()];
  made += 1;
  const waId = String(900000000000 + made);
  const { prisma } = db.database;
  const at = minutesAgo(said.at(-1)?.minutes ?? 0);
  await prisma.customer.create({ data: { businessId, id: customerId, waId, createdAt: at, ...customer } });
  await prisma.thread.create({
    data: {
      businessId,
      id,
      channelId,
      customerId,
      createdAt: at,
      updatedAt: at,
      lastInboundAt: at,
      ...thread,
    },
  });
  await prisma.message.createMany({
    data: said.map(({ direction, minutes, status, label }, position) => ({
      businessId,
      id: newId(),
      threadId: id,
      position,
      direction,
      effectId: newId(),
      label: label ?? 'text',
      content: { kind: 'text', text: 'Hi', body: 'Hi' },
      status: status ?? (direction === 'in' ? 'received' : 'delivered'),
      createdAt: minutesAgo(minutes),
    })),
  });
  return { id, waId };
}
const reasonOf = async (id: string): Promise<string | null> =>
  (await db.database.prisma.thread.findFirstOrThrow({ where: { id } })).staffReason;

const unanswered = [{ direction: 'in', minutes: 11 }] as const satisfies Said[];

test.each([
  ['they wrote last and the bot said nothing', [...unanswered]],
  [
    'the answer is written and does not leave',
    [
      { direction: 'in', minutes: 12 },
      { direction: 'out', minutes: 12, status: 'queued' },
    ],
  ],
  ['nobody knows whether the answer left', [{ direction: 'out', minutes: 30, status: 'sending' }]],
] as [string, Said[]][])('flagged: %s', async (_name, said) => {
  const { id } = await makeChat(said);
  await watchChats(world());
  expect(await reasonOf(id)).toBe('unanswered');
  const { chats } = await listChats(db.database.prisma, scope, {});
  expect(chats).toMatchObject([{ id, reason: 'unanswered', waiting: true }]);
});

test.each([
  ['nine minutes are no silence', [{ direction: 'in', minutes: 9 }], {}],
  [
    'they have their answer',
    [
      { direction: 'in', minutes: 30 },
      { direction: 'out', minutes: 30 },
    ],
    {},
  ],
  ['a reaction asks for none', [{ direction: 'in', minutes: 30, label: 'reaction' }], {}],
  ['staff have the chat', [...unanswered], { thread: { handledBy: 'staff' } }],
  ['staff have a reason already', [...unanswered], { thread: { staffReason: 'payment' } }],
  ['they are blocked', [...unanswered], { customer: { blockedAt: minutesAgo(60) } }],
  ['they wrote far too much', [...unanswered], { thread: { floodUntil: minutesAgo(5) } }],
  ['it was yesterday', [{ direction: 'in', minutes: 24 * 60 }], {}],
] as [string, Said[], object][])('not flagged: %s', async (_name, said, more) => {
  const { id } = await makeChat(said, more);
  await watchChats(world());
  expect(await reasonOf(id)).not.toBe('unanswered');
});

test('a message that nobody has come to flags the chat of who wrote it', async () => {
  const { id, waId } = await makeChat([{ direction: 'out', minutes: 200 }]);
  const event = {
    businessId: scope.businessId,
    id: newId(),
    channelId,
    eventKey: newId(),
    kind: 'message',
    senderKey: waId,
    payload: {},
    receivedAt: minutesAgo(11),
  };
  await db.database.prisma.inboundEvent.create({ data: event });
  await watchChats(world());
  expect(await reasonOf(id)).toBe('unanswered');
  // Until it is worked on, whatever was said before is no answer.
  await watchChats(world());
  expect(await reasonOf(id)).toBe('unanswered');
  expect((await readFigures(world())).chatsUnanswered['unanswered']).toBeGreaterThan(0);
});

test('who has their answer by now is flagged no more', async () => {
  const { id } = await makeChat([...unanswered]);
  await watchChats(world());
  const row = { businessId: scope.businessId, threadId: id, direction: 'out', label: 'x', content: {} };
  const answer = await db.database.prisma.message.create({
    data: { ...row, id: newId(), position: 1, effectId: newId(), status: 'queued', createdAt: now },
  });
  await watchChats(world());
  expect(await reasonOf(id)).toBe('unanswered');
  await db.database.prisma.message.updateMany({ where: { id: answer.id }, data: { status: 'accepted' } });
  await watchChats(world());
  expect(await reasonOf(id)).toBeNull();
});
