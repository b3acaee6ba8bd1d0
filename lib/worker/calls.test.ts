import pino from 'pino';
import { expect, test } from 'vitest';
import { Calls } from './calls';

/** Calls whose work ends when told to. */
function callsByHand(atOnce: number) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const calls = new Calls(atOnce, pino({ level: 'silent' }), ({ senderKey }) => {
    begun.push(senderKey);
    return new Promise((resolve, reject) => {
      ends.set(senderKey, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  });
  const end = async (sender: string, error?: Error): Promise<void> => {
    ends.get(sender)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { hear: (sender: string) => calls.hear(JSON.stringify({ senderKey: sender })), end, begun, calls };
}

test('as many senders as allowed are answered side by side, the others in the order of their calls', async () => {
  const { hear, end, begun } = callsByHand(2);
  for (const sender of ['a', 'b', 'c', 'd']) hear(sender);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('one sender is answered by one at a time: who calls again is looked at again afterwards, once', async () => {
  const { hear, end, begun } = callsByHand(2);
  for (const sender of ['a', 'a', 'a']) hear(sender);
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
});

test('a call that fails keeps nobody else from being answered', async () => {
  const { hear, end, begun } = callsByHand(1);
  for (const sender of ['a', 'b']) hear(sender);
  await end('a', new Error('no database'));
  expect(begun).toEqual(['a', 'b']);
});

test('it is settled when everything that was heard is done', async () => {
  const { hear, end, calls } = callsByHand(1);
  await calls.settled();
  for (const sender of ['a', 'b']) hear(sender);
  let settled = false;
  const waiting = calls.settled().then(() => (settled = true));
  await end('a');
  expect(settled).toBe(false);
  await end('b');
  await waiting;
  expect(settled).toBe(true);
});
