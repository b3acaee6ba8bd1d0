import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SendRecord } from '../simulator/types';
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

test('four workers hold the full rate of a number: no limit broken, nothing lost, doubled or out of order', async () => {
  const { database } = stack.db;
  const result = await sendUnderLoad({ database, control: stack.simulator.control, sent, seconds: 5 });
  expect(result).toMatchObject({
    offered: 400,
    accepted: 400,
    refused: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
  });
});
