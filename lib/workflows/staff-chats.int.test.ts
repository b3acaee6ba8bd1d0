import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeBusiness } from '../testing/make-business';
import { handOverChat, markChatSeen } from './hand-over-chat';
import { listChats } from './list-chats';
import { loadTranscript } from './load-transcript';
import { replyAsStaff } from './reply-as-staff';

let db: TestDatabase;
let scope: BusinessScope;
let channelId: string;
const now = new Date('2026-11-26T04:00:00Z');
const actor: StaffActor = { userId: newId(), name: 'Anbu', role: 'staff', address: '::1', agent: 'test' };
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.prisma.staffUser.create({
    data: { id: actor.userId, email: 'anbu@club.test', name: actor.name, passwordHash: 'none' },
  });
});
afterAll(() => db.drop());

const desk = () => ({
  database: db.database,
  clock: { now: () => now },
  publicUrl: 'http://localhost:3000',
  signLink: () => 'signed',
});

async function fresh(): Promise<void> {
  ({ scope, channelId } = await makeBusiness(db.database));
}

async function makeChat(name: string, lastInboundAt: Date, more: object = {}): Promise<string> {
  const { businessId } = scope;
  const customerId = newId();
  const id = newId();
  const { prisma } = db.database;
  await prisma.customer.create({ data: { businessId, id: customerId, name, createdAt: now } });
  await prisma.thread.create({
    data: {
      businessId,
      id,
      channelId,
      customerId,
      lastInboundAt,
      nextPosition: 1,
      createdAt: lastInboundAt,
      updatedAt: lastInboundAt,
      ...more,
    },
  });
  await prisma.message.create({
    data: {
      businessId,
      id: newId(),
      threadId: id,
      position: 0,
      direction: 'in',
      effectId: newId(),
      label: 'text',
      content: { kind: 'text', text: `I am ${name}` },
      status: 'received',
      createdAt: lastInboundAt,
    },
  });
  return id;
}

const namesOf = async (q?: string): Promise<(string | null)[]> =>
  (await listChats(db.database.prisma, scope, { q })).chats.map((chat) => chat.name);

test('who waits for staff comes first, an emergency before all, then the newest', async () => {
  await fresh();
  await makeChat('Old', minutesAgo(50));
  await makeChat('New', minutesAgo(1));
  await makeChat('Asks', minutesAgo(30), { staffReason: 'asked', handledBy: 'staff' });
  await makeChat('Urgent', minutesAgo(20), { staffReason: 'emergency', handledBy: 'staff' });
  expect(await namesOf()).toEqual(['Urgent', 'Asks', 'New', 'Old']);
  expect(await namesOf('ask')).toEqual(['Asks']);
  expect(await namesOf('%')).toEqual([]);
});

test('a chat staff answered waits again once the customer writes again', async () => {
  await fresh();
  const id = await makeChat('Asks', minutesAgo(30), { staffReason: 'asked', handledBy: 'staff' });
  await replyAsStaff(desk(), scope, { actor, threadId: id, key: newId(), text: 'Yes, come!' });
  const waiting = async () => (await listChats(db.database.prisma, scope, {})).chats[0]?.waiting;
  expect(await waiting()).toBe(false);
  await db.database.prisma.thread.updateMany({
    where: { id },
    data: { lastInboundAt: new Date(now.getTime() + 1) },
  });
  expect(await waiting()).toBe(true);
});

test('a reply is sent once however often it is pressed, is signed, and silences the bot', async () => {
  await fresh();
  const threadId = await makeChat('Asha', minutesAgo(5));
  const reply = { actor, threadId, key: newId(), text: 'வணக்கம்' };
  const outcomes = await Promise.all([1, 2, 3].map(() => replyAsStaff(desk(), scope, reply)));
  expect(outcomes.every((one) => one.ok)).toBe(true);
  const shown = await loadTranscript(db.database.prisma, scope, { threadId, now });
  expect(shown.messages.map(({ direction, author, status }) => [direction, author, status])).toEqual([
    ['in', null, 'received'],
    ['out', 'Anbu', 'queued'],
  ]);
  expect(shown.chat).toMatchObject({ handledBy: 'staff', unread: 0, waiting: false });
  const audited = await db.database.prisma.auditEntry.findMany({ where: { businessId: scope.businessId } });
  expect(audited.map(({ action }) => action)).toEqual(['chat.reply']);
  expect(JSON.stringify(audited)).not.toContain('வணக்கம்');
});

test('24 hours after the customer last wrote nothing is queued', async () => {
  await fresh();
  const threadId = await makeChat('Late', minutesAgo(24 * 60));
  const outcome = await replyAsStaff(desk(), scope, { actor, threadId, key: newId(), text: 'Hello?' });
  expect(outcome).toEqual({ ok: false, reason: 'window-closed' });
  const shown = await loadTranscript(db.database.prisma, scope, { threadId, now });
  expect([shown.windowUntil, shown.messages.length]).toEqual([null, 1]);
});

test('unread messages are counted until somebody has seen them, and a mark never goes back', async () => {
  await fresh();
  const threadId = await makeChat('Bala', minutesAgo(5));
  const unread = async () => (await listChats(db.database.prisma, scope, {})).chats[0]?.unread;
  expect(await unread()).toBe(1);
  await markChatSeen(desk(), scope, { threadId, position: 99 });
  await markChatSeen(desk(), scope, { threadId, position: 0 });
  expect(await unread()).toBe(0);
});

test('handing back settles what was flagged', async () => {
  await fresh();
  const threadId = await makeChat('Chitra', minutesAgo(5), { staffReason: 'fault' });
  await handOverChat(desk(), scope, { actor, threadId, to: 'bot' });
  const { chat } = await loadTranscript(db.database.prisma, scope, { threadId, now });
  expect(chat).toMatchObject({ handledBy: 'bot', reason: null, waiting: false });
});

test('a chat of another business does not exist', async () => {
  await fresh();
  const threadId = await makeChat('Mine', minutesAgo(5));
  await fresh();
  const asked = { actor, threadId, key: newId(), text: 'x' };
  expect(await replyAsStaff(desk(), scope, asked)).toMatchObject({ ok: false, reason: 'not-found' });
  await expect(loadTranscript(db.database.prisma, scope, { threadId, now })).rejects.toThrow('no such chat');
  await expect(handOverChat(desk(), scope, { actor, threadId, to: 'bot' })).rejects.toThrow('no such chat');
  await expect(markChatSeen(desk(), scope, { threadId, position: 1 })).rejects.toThrow('no such chat');
});

test('the list goes on where a page ended', async () => {
  await fresh();
  for (let minute = 1; minute <= 42; minute += 1) await makeChat(`C${String(minute)}`, minutesAgo(minute));
  const first = await listChats(db.database.prisma, scope, {});
  const second = await listChats(db.database.prisma, scope, { after: first.next ?? '' });
  expect([first.chats.length, second.chats.map((chat) => chat.name), second.next]).toEqual([
    40,
    ['C41', 'C42'],
    null,
  ]);
});
