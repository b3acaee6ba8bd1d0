import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import { transaction } from '../db/transaction';
import type { MessagePurpose } from '../messaging/purpose';
import { loadReach } from '../outbox/queries';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { lockThread } from '../threads/commands/lock-thread';
import { saveTurn } from '../threads/commands/save-turn';
import { deliverThread } from './deliver-thread';

// A limit of ten customers a day: thanks may use up eight of them, reminders nine, what cannot wait all ten.
let desk: ChatDesk;
const visitors: ChatVisitor[] = [];
const threadIds: string[] = [];

beforeAll(async () => {
  desk = await ChatDesk.open();
  for (let n = 0; n < 14; n += 1) visitors.push(desk.visitor(`Guest ${String.fromCharCode(65 + n)}`));
  for (const visitor of visitors) visitor.type('hi');
  await desk.settle();
  const { prisma } = desk.db.database;
  for (const { phone } of visitors) {
    const thread = await prisma.thread.findFirstOrThrow({ where: { customer: { profileName: phone.name } } });
    threadIds.push(thread.id);
  }
});
afterAll(() => desk.close());

beforeEach(async () => {
  await tier('TIER_10');
  // Nobody's window is open, and whoever was reached has been forgotten.
  desk.pass({ minutes: 49 * 60 });
  await desk.settle();
});

const tier = (name: string) =>
  desk.db.database.prisma.channel.updateMany({ data: { messagingLimitTier: name } });

/** Writes a template into the chats of these visitors, to be sent like any message of ours. */
async function tell(who: readonly number[], kind: 'thanks' | 'reminder' | 'cancelled'): Promise<void> {
  const purpose: MessagePurpose = kind === 'cancelled' ? 'own-bookings' : 'reminders';
  for (const n of who) {
    const threadId = threadIds[n] ?? '';
    await transaction(desk.db.database, async (tx) => {
      const thread = await lockThread(tx, desk.scope, threadId);
      if (!thread) throw new Error('The chat is gone.');
      await saveTurn(tx, desk.scope, {
        channelId: desk.channel.id,
        threadId: thread.id,
        firstPosition: thread.nextPosition,
        state: thread.state,
        now: desk.now(),
        messages: [
          {
            direction: 'out',
            effectId: newId(),
            purpose,
            label: `notice.${kind}`,
            content: { kind: 'template', name: 'hello_world', language: 'en_US', body: [] },
            expiresAt: null,
          },
        ],
      });
    });
  }
  await desk.settle();
}

const reach = () => loadReach(desk.db.database.prisma, desk.scope, desk.now());
const heldSince = async () => (await desk.db.database.prisma.channel.findFirstOrThrow()).heldAt;
/** Which of the guests the first message that waits is for. */
async function whoWaits(): Promise<number> {
  const held = await desk.db.database.prisma.message.findFirstOrThrow({
    where: { heldAt: { not: null }, status: 'queued' },
  });
  return threadIds.indexOf(held.threadId);
}
const got = (n: number): number => visitors[n]?.received().length ?? 0;

test('near the limit thanks wait first, then reminders, and what cannot wait goes to the last', async () => {
  await tell([0, 1, 2, 3, 4, 5, 6, 7, 8], 'thanks');
  expect(await reach()).toEqual({ reached: 8, waiting: 1 });
  expect(await heldSince()).toEqual(desk.now());
  await tell([9, 10], 'reminder');
  expect(await reach()).toEqual({ reached: 9, waiting: 2 });
  await tell([11, 12], 'cancelled');
  expect(await reach()).toEqual({ reached: 10, waiting: 3 });
  // Whoever was reached today is reached again for nothing.
  const before = got(0);
  await tell([0], 'thanks');
  expect(got(0)).toBe(before + 1);
  expect(await reach()).toEqual({ reached: 10, waiting: 3 });
  desk.pass({ minutes: 12 * 60 });
  await desk.settle();
  expect(await reach()).toEqual({ reached: 10, waiting: 3 });
  // A day after the first were reached there is room; nobody had to do anything.
  desk.pass({ minutes: 12 * 60 });
  await desk.settle();
  expect((await reach()).waiting).toBe(0);
  expect(await heldSince()).toBeNull();
  expect(visitors.slice(0, 13).map((_, n) => got(n) > 1)).not.toContain(false);
});

test('what waits does not keep back what may go: both go, in their order', async () => {
  await tell([0, 1, 2, 3, 4, 5, 6, 7, 8], 'thanks');
  expect((await reach()).waiting).toBe(1);
  const last = await whoWaits();
  const before = got(last);
  await tell([last], 'cancelled');
  expect(await reach()).toEqual({ reached: 9, waiting: 0 });
  expect(got(last)).toBe(before + 2);
  const written = await desk.db.database.prisma.message.findMany({
    where: { threadId: threadIds[last] ?? '', direction: 'out' },
    orderBy: { position: 'asc' },
    select: { label: true, providerMessageId: true },
  });
  const two = written.slice(-2);
  expect(two.map(({ label }) => label)).toEqual(['notice.thanks', 'notice.cancelled']);
  const arrived = visitors[last]?.received().slice(-2);
  expect(arrived?.map(({ id }) => id)).toEqual(two.map(({ providerMessageId }) => providerMessageId));
});

test('inside the window nothing counts, and who writes is told what waited', async () => {
  await tell([0, 1, 2, 3, 4, 5, 6, 7, 8], 'thanks');
  const last = await whoWaits();
  const [guest, before] = [visitors[last], got(last)];
  if (!guest) throw new Error('There is no such guest.');
  await desk.say(guest, 'hi');
  expect(got(last)).toBe(before + 2);
  expect(await reach()).toEqual({ reached: 8, waiting: 0 });
  await tell([last], 'thanks');
  expect(await reach()).toEqual({ reached: 8, waiting: 0 });
});

test('a limit that the provider raises is seen within a quarter of an hour', async () => {
  await tell([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'thanks');
  expect((await reach()).waiting).toBe(2);
  await tier('TIER_2K');
  desk.pass({ minutes: 15 });
  await desk.settle();
  expect(await reach()).toEqual({ reached: 10, waiting: 0 });
  await tier('TIER_UNLIMITED');
  await tell([10, 11], 'thanks');
  expect(await reach(), 'nothing is counted without a limit').toEqual({ reached: 10, waiting: 0 });
});

test('many workers at once never reach one too many', async () => {
  const jobs = threadIds.map((threadId) => ({
    businessId: desk.scope.businessId,
    channelId: desk.channel.id,
    threadId,
  }));
  await tier('TIER_0');
  await tell([...threadIds.keys()], 'cancelled');
  expect(await reach()).toEqual({ reached: 0, waiting: 14 });
  await tier('TIER_10');
  await Promise.all(jobs.flatMap((job) => [deliverThread(desk.world, job), deliverThread(desk.world, job)]));
  expect(await reach()).toEqual({ reached: 10, waiting: 4 });
});
