import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Jobs } from '../db/add-job';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { deliverThread } from './deliver-thread';
import { handleInbound } from './handle-inbound';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

/** One worker that was called for a sender. What they share is the database and nothing else. */
const work = (visitor: ChatVisitor): Promise<void> => {
  const { businessId } = desk.scope;
  const sender: Jobs['handle-inbound'] = {
    businessId,
    channelId: desk.channel.id,
    senderKey: visitor.phone.bsuid ?? '',
  };
  return handleInbound(desk.world, sender, (job, leaving) => deliverThread(desk.world, job, leaving));
};

const messagesOf = (visitor: ChatVisitor) =>
  desk.db.database.prisma.message.findMany({
    where: { thread: { customer: { profileName: visitor.phone.name } } },
    orderBy: { position: 'asc' },
  });

test('P23 several workers at once answer each message once and keep every customer’s order', async () => {
  const said = ['hi English', 'court', 'tomorrow', 'menu', 'doctor', 'menu'];
  const visitors = Array.from({ length: 8 }, (_, index) => desk.visitor(`Several ${String(index)}`));
  for (const visitor of visitors) for (const words of said) visitor.type(words);
  await desk.simulator.control.settled();
  await Promise.all(visitors.flatMap((visitor) => [1, 2, 3, 4].map(() => work(visitor))));
  // Whoever found a message on its way has left what follows to a later look.
  desk.pass({ seconds: 30 });
  await desk.settle();

  for (const visitor of visitors) {
    const messages = await messagesOf(visitor);
    const heard = messages.filter(({ direction }) => direction === 'in').map(({ content }) => content);
    expect(heard).toEqual(said.map((text) => ({ kind: 'text', text })));
    const replies = messages.filter(({ direction }) => direction === 'out');
    expect(new Set(replies.map(({ effectId }) => effectId.split(':')[0])).size).toBe(said.length);
    const calls = desk.sent.filter(({ customerId }) => customerId === visitor.phone.id);
    expect(calls.map(({ opaque }) => opaque)).toEqual(replies.map(({ id }) => id));
  }
});

test('P23 a reply to a message that was answered meanwhile is not saved', async () => {
  const visitor = desk.visitor('Overtaken');
  await desk.say(visitor, 'hi English');
  visitor.type('menu');
  await desk.simulator.control.settled();
  await Promise.all(Array.from({ length: 6 }, () => work(visitor)));
  await desk.settle();
  expect(visitor.received()).toHaveLength(2);
  const messages = await messagesOf(visitor);
  expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out', 'in', 'out']);
});
