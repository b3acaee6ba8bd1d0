import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { describeAdapter } from '../../testing/channel-contract';
import { cloudApiConnection } from '../../testing/cloud-api-fixtures';
import { type HttpStub, type StubAnswer, type StubRequest, startHttpStub } from '../../testing/http-stub';
import type { CloudConnection } from '../types';
import { createCloudApi } from './adapter';

const connection = (apiUrl: string): CloudConnection => ({ ...cloudApiConnection, apiUrl });

const webhook = (value: Record<string, unknown>) =>
  new TextEncoder().encode(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: { metadata: { phone_number_id: cloudApiConnection.phoneNumberId }, ...value },
            },
          ],
        },
      ],
    }),
  );

const accepted = (id: string): StubAnswer => ({
  status: 200,
  body: JSON.stringify({
    messaging_product: 'whatsapp',
    contacts: [{ input: '+919876500001', wa_id: '919876500001', user_id: 'IN.1648738043044942' }],
    messages: [{ id }],
  }),
});

const refused = (status: number, code: number, headers: Record<string, string> = {}): StubAnswer => ({
  status,
  headers,
  body: JSON.stringify({
    error: {
      message: `(#${code}) Refused`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details: 'For a reason' },
      fbtrace_id: 'A1b2',
    },
  }),
});

const sentSchema = z.object({
  to: z.string(),
  text: z.object({ body: z.string() }),
  biz_opaque_callback_data: z.string(),
});

describeAdapter('Cloud API', {
  createAdapter: (timeoutMs) => createCloudApi({ timeoutMs }),
  connection,
  forged: (of) => ({ ...of, appSecret: 'other' }),
  signsBodies: true,
  echoesMark: true,
  media: {
    id: () => '1234567890',
    answers: (apiUrl, file, mimeType) => [
      { status: 200, body: JSON.stringify({ url: `${apiUrl}/file`, mime_type: mimeType, id: '1234567890' }) },
      { status: 200, body: file },
    ],
  },
  secrets: ({ accessToken, appSecret }) => [accessToken, appSecret],
  webhook: {
    texts: (ids, body) =>
      webhook({
        messages: ids.map((id) => ({
          id: `wamid.${id}`,
          from: '919876500001',
          timestamp: '1795413600',
          type: 'text',
          text: { body },
        })),
      }),
    status: (id, status, opaque) =>
      webhook({
        statuses: [
          {
            id: `wamid.${id}`,
            status,
            timestamp: '1795413600',
            recipient_id: '919876500001',
            biz_opaque_callback_data: opaque,
          },
        ],
      }),
    sign: ({ appSecret }, body) => ({
      headers: new Headers({
        'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`,
      }),
      query: new URLSearchParams(),
    }),
  },
  answers: {
    accepted,
    refusals: [
      {
        kind: 'rate-limited',
        answer: refused(400, 130429, { 'retry-after': '3' }),
        code: 130429,
        retryAfterMs: 3000,
      },
      { kind: 'rate-limited', answer: refused(400, 131056), code: 131056 },
      { kind: 'rejected', answer: refused(400, 131009), code: 131009 },
      { kind: 'window-closed', answer: refused(400, 131047), code: 131047 },
      { kind: 'unreachable', answer: refused(400, 131026), code: 131026 },
      { kind: 'unavailable', answer: refused(500, 131000), code: 131000 },
      { kind: 'channel-blocked', answer: refused(401, 190), code: 190 },
      { kind: 'channel-blocked', answer: refused(200, 131031), code: 131031 },
      { kind: 'unavailable', answer: { status: 503, body: '<html>Service unavailable' } },
      { kind: 'unknown-outcome', answer: { status: 504, body: '<html>Gateway timeout' } },
    ],
    quoting: (secret) => ({
      status: 401,
      body: JSON.stringify({ error: { message: `Malformed access token ${secret}`, code: 190 } }),
    }),
  },
  sent({ body }: StubRequest) {
    const { to, text, biz_opaque_callback_data: opaque } = sentSchema.parse(JSON.parse(body));
    return { to, text: text.body, opaque };
  },
});

describe('Cloud API on the line', () => {
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  afterAll(() => stub.close());

  it('posts to the number’s messages with the token as bearer', async () => {
    stub.answerWith(accepted('wamid.x'));
    const adapter = createCloudApi({ timeoutMs: 1000 });
    const receipt = await adapter.send(connection(stub.url), {
      to: { bsuid: 'IN.1648738043044942' },
      message: { kind: 'text', body: 'hi' },
      opaque: 'row-1',
    });
    expect(receipt).toEqual({ externalId: 'wamid.x', waId: '919876500001', bsuid: 'IN.1648738043044942' });
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/v26.0/106540352242922/messages',
      headers: {
        authorization: `Bearer ${cloudApiConnection.accessToken}`,
        'content-type': 'application/json',
      },
    });
  });

  it.each([true, false])('marks a message read, typing: %s', async (typing) => {
    stub.answerWith({ status: 200, body: '{"success":true}' });
    await createCloudApi({ timeoutMs: 1000 }).markRead(connection(stub.url), 'wamid.a', { typing });
    expect(JSON.parse(stub.requests.at(-1)?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.a',
      ...(typing && { typing_indicator: { type: 'text' } }),
    });
  });

  it('says why marking read was refused', async () => {
    stub.answerWith(refused(400, 131009));
    const adapter = createCloudApi({ timeoutMs: 1000 });
    await expect(adapter.markRead(connection(stub.url), 'wamid.a', { typing: true })).rejects.toMatchObject({
      kind: 'rejected',
      detail: 'HTTP 400, code 131009: For a reason (trace A1b2)',
    });
  });

  it('knows that nothing left when the secure connection never came about', async () => {
    const mute = createServer((socket) => void socket.resume().on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const sent = createCloudApi({ timeoutMs: 300 }).send(connection(`https://127.0.0.1:${port}`), {
      to: { waId: '919876500001' },
      message: { kind: 'text', body: 'hi' },
      opaque: 'row-1',
    });
    await expect(sent).rejects.toMatchObject({
      kind: 'unavailable',
      detail: 'No answer: ERR_CONNECT_TIMEOUT',
    });
    await new Promise((resolve) => mute.close(resolve));
  });

  it.each([
    ['longer than any of Meta’s', { status: 200, body: ' '.repeat(300 * 1024) }, 'unknown-outcome'],
    ['somewhere else', { status: 307, headers: { location: 'http://127.0.0.1:1' }, body: '' }, 'unavailable'],
  ] as const)('does not follow an answer that is %s', async (_, answer, kind) => {
    stub.answerWith(answer);
    const sent = createCloudApi({ timeoutMs: 1000 }).send(connection(stub.url), {
      to: { waId: '919876500001' },
      message: { kind: 'text', body: 'hi' },
      opaque: 'row-1',
    });
    await expect(sent).rejects.toMatchObject({ kind });
  });

  it('ignores a proxy that the environment names', async () => {
    stub.answerWith(accepted('wamid.x'));
    vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const sent = createCloudApi({ timeoutMs: 1000 }).send(connection(stub.url), {
      to: { waId: '919876500001' },
      message: { kind: 'text', body: 'hi' },
      opaque: 'row-1',
    });
    await expect(sent).resolves.toMatchObject({ externalId: 'wamid.x' });
  });
});
