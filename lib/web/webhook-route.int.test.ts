import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChatStack, type ChatStack } from '../testing/chat-stack';

let stack: ChatStack;
beforeAll(async () => {
  stack = await startChatStack();
}, 60_000);
afterAll(() => stack.close());

const sign = (body: string | Buffer): string =>
  `sha256=${createHmac('sha256', stack.appSecret).update(body).digest('hex')}`;

const post = (body: string | Buffer, headers: Record<string, string> = {}, url = stack.webhookUrl) =>
  fetch(url, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'x-hub-signature-256': sign(body), ...headers },
  });

const textMessage = (id: string, body = 'hi'): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '200000000000009',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '914400000009', phone_number_id: '100000000000009' },
              contacts: [{ profile: { name: 'Anbu' }, wa_id: '919800000001' }],
              messages: [
                {
                  from: '919800000001',
                  id,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body },
                },
              ],
            },
          },
        ],
      },
    ],
  });

test('the address check answers the challenge as plain text, and 403 to a wrong token', async () => {
  const check = (token: string) =>
    fetch(`${stack.webhookUrl}?hub.mode=subscribe&hub.challenge=12345&hub.verify_token=${token}`);
  const right = await check('test-verify');
  expect([right.status, await right.text()]).toEqual([200, '12345']);
  const wrong = await check('guess');
  expect(wrong.status).toBe(403);
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
});

test('an event is stored before 200, and a repeat is 200 and changes nothing', async () => {
  const body = textMessage('wamid.once');
  expect((await post(body)).status).toBe(200);
  expect((await post(body)).status).toBe(200);
  expect(await stack.world.database.prisma.inboundEvent.count({ where: { eventKey: 'm:wamid.once' } })).toBe(
    1,
  );
});

test('a missing or wrong signature is 401 and stores nothing', async () => {
  const body = textMessage('wamid.forged');
  expect((await post(body, { 'x-hub-signature-256': 'sha256=' + '0'.repeat(64) })).status).toBe(401);
  expect((await fetch(stack.webhookUrl, { method: 'POST', body })).status).toBe(401);
  expect(
    await stack.world.database.prisma.inboundEvent.count({ where: { eventKey: 'm:wamid.forged' } }),
  ).toBe(0);
});

test('an unreadable body is 400, one over 3 MiB is 413, and neither says more than it must', async () => {
  const bad = await post('{"object":');
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({ status: 400, detail: expect.any(String) as string });
  expect((await post('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await post('['.repeat(200_000))).status).toBe(400);
  expect(
    (await post(`{"object":"whatsapp_business_account","entry":${'['.repeat(50_000)}${']'.repeat(50_000)}}`))
      .status,
  ).toBeLessThan(500);
});
