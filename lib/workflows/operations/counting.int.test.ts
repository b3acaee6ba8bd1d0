import { afterAll, beforeAll, expect, test } from 'vitest';
import { metrics } from '../../metrics/metrics';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { handleAtOnce } from '../../worker/tasks';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

/** Somebody writes, waits for so long, and a worker answers as it does when it is called. */
async function answered(visitor: ChatVisitor, body: string, seconds: number): Promise<void> {
  visitor.type(body);
  await desk.simulator.control.settled();
  desk.pass({ seconds });
  const [event] = await desk.db.database.prisma.inboundEvent.findMany({
    where: { status: 'pending', kind: 'message' },
  });
  if (!event) throw new Error('Nobody has written.');
  const { businessId, channelId, senderKey } = event;
  await handleAtOnce(desk.world, { businessId, channelId, senderKey });
}

const replies = async () => {
  const { values } = await metrics.replies.get();
  const of = (suffix: string): number =>
    values.find(({ metricName }) => metricName === `neram_reply_seconds_${suffix}`)?.value ?? 0;
  return { count: of('count'), sum: of('sum') };
};
const sent = async () => (await metrics.sent.get()).values[0]?.value ?? 0;

test('the time from a message to its answer is counted once the answer has left', async () => {
  const [before, left] = [await replies(), await sent()];
  await answered(desk.visitor('Asha'), 'hi', 2);
  const after = await replies();
  expect([after.count - before.count, after.sum - before.sum]).toEqual([1, 2]);
  expect((await sent()) - left).toBe(1);
});

test('an answer that the provider does not take is a failure of its kind, and no reply', async () => {
  const before = await replies();
  desk.simulator.control.misbehave({ refuseNext: { code: 131000, times: 1 } });
  await answered(desk.visitor('Bala'), 'hi', 1);
  expect((await replies()).count).toBe(before.count);
  expect((await metrics.sendFailures.get()).values).toMatchObject([
    { labels: { provider: 'cloud-api', then: 'retry' }, value: 1 },
  ]);
});
