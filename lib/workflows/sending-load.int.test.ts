import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SendRecord } from '../simulator/types';
import { sendingLimits } from '../outbox/rates';
import { startChatStack, type ChatStack } from '../testing/chat-stack';
import { numberRate, sendUnderLoad } from '../testing/sending-load';

// The five-minute form, with workers of the production build: npm run bench -- --only sending
let stack: ChatStack;
const sent: SendRecord[] = [];

beforeAll(async () => {
  stack = await startChatStack({
    onSend: (record) => void sent.push(record),
    anyRecipient: true,
    pairRate: true,
    throughputPerSecond: numberRate,
  });
  await Promise.all(Array.from({ length: 4 }, () => stack.startWorker()));
}, 120_000);
afterAll(() => stack.close(), 60_000);

// Whether a call arrives a tenth of a second late is up to the machine, and a number's limit counts arrivals: that none is
// refused is the benchmark's to show. Here four workers share one clock: together they may not be faster than it.
test('four workers share the rate of a number: none goes beyond it, nothing is lost, doubled or out of order', async () => {
  const { database } = stack.db;
  const result = await sendUnderLoad({ database, control: stack.simulator.control, sent, seconds: 5 });
  expect(result).toMatchObject({ offered: 400, accepted: 400, lost: 0, doubled: 0, outOfOrder: 0 });
  const { stepMs, burstMs } = sendingLimits(numberRate, new Date());
  expect(result.seconds * 1000).toBeGreaterThan(400 * stepMs - burstMs - stepMs);
});
