import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startChatStack, type ChatStack } from '../testing/chat-stack';
import { razorpayKeys } from '../testing/razorpay-account';

let stack: ChatStack;
let address: string;
beforeAll(async () => {
  stack = await startChatStack();
  address = stack.webhookUrl.replace('/whatsapp/demo', '/payments');
}, 60_000);
afterAll(() => stack.close());
beforeEach(() => stack.world.database.prisma.gatewayEvent.deleteMany());

const event = (change: object = {}): string =>
  JSON.stringify({
    entity: 'event',
    event: 'payment.captured',
    contains: ['payment'],
    payload: {
      payment: {
        entity: {
          id: 'pay_FORGED00000001',
          entity: 'payment',
          amount: 40_000,
          currency: 'INR',
          status: 'captured',
          notes: [],
          ...change,
        },
      },
    },
    created_at: 1_795_000_000,
  });

const sign = (body: string, secret: string = razorpayKeys.webhookSecret): string =>
  createHmac('sha256', secret).update(body).digest('hex');

async function post(body: string, headers: Record<string, string>, to = 'rzp/demo'): Promise<number> {
  const answer = await fetch(`${address}/${to}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  await answer.arrayBuffer();
  return answer.status;
}

const stored = () => stack.world.database.prisma.gatewayEvent.findMany();

test('a signed event is stored once, however often and by how many at once it comes', async () => {
  const body = event();
  const headers = { 'x-razorpay-signature': sign(body), 'x-razorpay-event-id': 'evt_1' };
  expect(await Promise.all(Array.from({ length: 5 }, () => post(body, headers)))).toEqual([
    200, 200, 200, 200, 200,
  ]);
  expect(await post(body, headers)).toBe(200);
  expect(await stored()).toHaveLength(1);
});

test('what is not signed for this account is refused, counted and not kept', async () => {
  const body = event();
  expect(await post(body, {})).toBe(401);
  expect(await post(body, { 'x-razorpay-signature': sign(body, 'another-secret') })).toBe(401);
  expect(await post(body, { 'x-razorpay-signature': sign(body, razorpayKeys.keySecret) })).toBe(401);
  // Written anew with the same meaning: the signature is over the bytes.
  expect(await post(JSON.stringify(JSON.parse(body), null, 1), { 'x-razorpay-signature': sign(body) })).toBe(
    401,
  );
  expect(await post(body, { 'x-razorpay-signature': 'zz' })).toBe(401);
  expect(await stored()).toEqual([]);
  const { _sum } = await stack.world.database.prisma.badSignature.aggregate({ _sum: { count: true } });
  expect(_sum.count).toBe(5);
});

test.each([
  ['is no event', JSON.stringify({ hello: 'world' }), 400],
  ['is no JSON', 'hello', 400],
  ['is too large', 'x'.repeat(3 * 1024 * 1024 + 1), 413],
])('a body that %s is refused', async (_, body, status) => {
  expect(await post(body, { 'x-razorpay-signature': sign(body) })).toBe(status);
  expect(await stored()).toEqual([]);
});

test.each(['rzp/nobody', 'payu/demo', 'rzp/'])('nobody takes payments at %s', async (to) => {
  expect(await post(event(), {}, to)).toBe(404);
});

test.each([
  ['negative', { amount: -40_000 }],
  ['fractional', { amount: 40_000.5 }],
  ['of text', { amount: '40000' }],
  ['with a page in its notes', { notes: { reference: '<script>alert(1)</script>' } }],
])('an amount that is %s is kept and harms nothing', async (_, change) => {
  const body = event(change);
  expect([200, 400]).toContain(await post(body, { 'x-razorpay-signature': sign(body) }));
  expect(await stack.world.database.prisma.payment.count()).toBe(0);
});
