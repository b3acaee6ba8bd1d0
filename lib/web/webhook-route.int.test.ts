import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET, POST } from '../../app/api/webhooks/[...path]/route';
import { startChatStack, type ChatStack } from '../testing/chat-stack';

let stack: ChatStack;
beforeAll(async () => {
  stack = await startChatStack();
}, 60_000);
afterAll(() => stack.close());

const sign = (body: string | Buffer): string =>
  `sha256=${createHmac('sha256', stack.appSecret).update(body).digest('hex')}`;

/** One behaviour, served twice: by the web process's own entrance, and by Next's route where that stands alone. */
const servers: Record<string, typeof fetch> = {
  'the entrance of the web process': (input, init) => fetch(input, init),
  'the route under Next': (input, init) => {
    const request = new Request(input, init);
    return request.method === 'GET' ? GET(request) : POST(request);
  },
};

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

describe.each(Object.entries(servers))('%s', (name, send) => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}, url = stack.webhookUrl) =>
    send(url, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: { 'x-hub-signature-256': sign(body), ...headers },
    });
  const stored = (key: string) =>
    stack.world.database.prisma.inboundEvent.count({ where: { eventKey: key } });
  const idOf = (what: string): string => `wamid.${what}.${String(name.length)}`;

  test('the address check answers the challenge as plain text, and 403 to a wrong token', async () => {
    const check = (token: string) =>
      send(`${stack.webhookUrl}?hub.mode=subscribe&hub.challenge=12345&hub.verify_token=${token}`);
    const right = await check('test-verify');
    expect([right.status, await right.text()]).toEqual([200, '12345']);
    const wrong = await check('guess');
    expect(wrong.status).toBe(403);
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  });

  test('an event is stored before 200, and a repeat is 200 and changes nothing', async () => {
    const body = textMessage(idOf('once'));
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect(await stored(`m:${idOf('once')}`)).toBe(1);
  });

  test('a missing or wrong signature is 401 and stores nothing', async () => {
    const body = textMessage(idOf('forged'));
    expect((await post(body, { 'x-hub-signature-256': 'sha256=' + '0'.repeat(64) })).status).toBe(401);
    expect((await send(stack.webhookUrl, { method: 'POST', body })).status).toBe(401);
    expect(await stored(`m:${idOf('forged')}`)).toBe(0);
  });

  test('an unreadable body is 400, one over 3 MiB is 413, and neither says more than it must', async () => {
    const bad = await post('{"object":');
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({ status: 400, detail: expect.any(String) as string });
    expect((await post('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post('['.repeat(200_000))).status).toBe(400);
    expect(
      (
        await post(
          `{"object":"whatsapp_business_account","entry":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
        )
      ).status,
    ).toBeLessThan(500);
  });

  test('an address that nobody has is 404, whatever is written in it', async () => {
    for (const path of [
      'whatsapp/nobody',
      'whatsapp/%00',
      'whatsapp/%',
      'whatsapp/',
      'whatsapp',
      'constructor/demo',
      'a/b/c',
    ]) {
      const answer = await post(
        textMessage(idOf('lost')),
        {},
        stack.webhookUrl.replace('whatsapp/demo', path),
      );
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ]);
    }
  });

  test('a slash at the end changes nothing, and answers are not to be kept or guessed at', async () => {
    const answer = await post(textMessage(idOf('slash')), {}, `${stack.webhookUrl}/`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('many webhooks at once are each stored and answered for themselves', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 3 === 0
          ? post(textMessage(idOf(`many-${String(n)}`)), { 'x-hub-signature-256': 'sha256=00' })
          : post(textMessage(idOf(`many-${String(n)}`))),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, n) => (n % 3 === 0 ? 401 : 200)));
    for (const n of [0, 1, 58])
      expect(await stored(`m:${idOf(`many-${String(n)}`)}`)).toBe(n % 3 === 0 ? 0 : 1);
  });
});

test('another method is answered 405 with those that are', async () => {
  const answer = await fetch(stack.webhookUrl, { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('a sender who breaks off is no fault, and the next one is served', async () => {
  const { hostname, port, pathname } = new URL(stack.webhookUrl);
  const socket = connect(Number(port), hostname);
  socket.write(`POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{"object":`);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.destroy();
  const body = textMessage('wamid.after-broken-off');
  const answer = await fetch(stack.webhookUrl, {
    method: 'POST',
    body,
    headers: { 'x-hub-signature-256': sign(body) },
  });
  expect(answer.status).toBe(200);
});
