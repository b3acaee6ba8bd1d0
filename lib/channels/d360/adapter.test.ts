import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeAdapter } from '../../testing/channel-contract';
import { cloudApiFixtures } from '../../testing/cloud-api-fixtures';
import { type HttpStub, type StubAnswer, startHttpStub } from '../../testing/http-stub';
import { d360Connection } from '../../testing/provider-connections';
import { cloudApi } from '../cloud-api/adapter';
import type { ConnectionTo } from '../types';
import { createD360 } from './adapter';

type Connection = ConnectionTo<'d360'>;
const connection = (apiUrl: string): Connection => ({ ...d360Connection, apiUrl });
const bytes = (text: string) => new TextEncoder().encode(text);
const none = new URLSearchParams();

const webhook = (value: Record<string, unknown>) =>
  bytes(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: { metadata: { phone_number_id: d360Connection.phoneNumberId }, ...value },
            },
          ],
        },
      ],
    }),
  );

const refused = (status: number, code: number): StubAnswer => ({
  status,
  body: JSON.stringify({ error: { message: 'Refused', code, error_data: { details: 'For a reason' } } }),
});
const gateway = (status: number, message: string): StubAnswer => ({
  status,
  body: JSON.stringify({ meta: { success: false, http_code: status, developer_message: message } }),
});
const sentSchema = z.object({
  to: z.string(),
  text: z.object({ body: z.string() }),
  biz_opaque_callback_data: z.string(),
});

describeAdapter('360dialog', {
  createAdapter: (timeoutMs) => createD360({ timeoutMs }),
  connection,
  forged: (of) => ({ ...of, webhookSecret: 'other' }),
  signsBodies: false,
  echoesMark: true,
  secrets: ({ apiKey, webhookSecret }) => [apiKey, webhookSecret],
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
        statuses: [{ id: `wamid.${id}`, status, timestamp: '1795413600', biz_opaque_callback_data: opaque }],
      }),
    sign: ({ webhookSecret }) => ({
      headers: new Headers({ authorization: `Bearer ${webhookSecret}` }),
      query: none,
    }),
  },
  answers: {
    accepted: (id) => ({ status: 200, body: JSON.stringify({ messages: [{ id }] }) }),
    refusals: [
      { kind: 'rate-limited', answer: refused(400, 130429), code: 130429 },
      { kind: 'window-closed', answer: refused(400, 131047), code: 131047 },
      { kind: 'unreachable', answer: refused(400, 131026), code: 131026 },
      { kind: 'rejected', answer: refused(400, 131009), code: 131009 },
      { kind: 'channel-blocked', answer: gateway(401, 'Invalid api key') },
      { kind: 'channel-blocked', answer: gateway(403, 'Forbidden') },
      { kind: 'rate-limited', answer: gateway(429, 'Too many requests') },
      { kind: 'unavailable', answer: gateway(503, 'Try again') },
      { kind: 'unknown-outcome', answer: { status: 504, body: '<html>Gateway timeout' } },
    ],
    quoting: (secret) => gateway(401, `Invalid api key ${secret}`),
  },
  sent({ body }) {
    const { to, text, biz_opaque_callback_data: opaque } = sentSchema.parse(JSON.parse(body));
    return { to, text: text.body, opaque };
  },
  media: {
    id: () => '1234567890',
    answers: (apiUrl, file, mimeType) => [
      { status: 200, body: JSON.stringify({ url: `${apiUrl}/file`, mime_type: mimeType }) },
      { status: 200, body: file },
    ],
  },
});

describe('360dialog on the line', () => {
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  beforeEach(() => stub.requests.splice(0));
  afterAll(() => stub.close());
  const adapter = createD360({ timeoutMs: 1000 });

  it('posts to its own address with the key in a header', async () => {
    stub.answerWith({ status: 200, body: '{"messages":[{"id":"wamid.x"}]}' });
    const message = { kind: 'text', body: 'hi' } as const;
    await adapter.send(connection(stub.url), { to: { bsuid: 'IN.16' }, message, opaque: 'row-1' });
    await adapter.markRead(connection(stub.url), 'wamid.a', { typing: true });
    expect(stub.requests).toMatchObject([
      { method: 'POST', path: '/messages', headers: { 'd360-api-key': d360Connection.apiKey } },
      { method: 'POST', path: '/messages' },
    ]);
    expect(stub.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('fetches a file behind 360dialog instead of at Meta', async () => {
    const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
    stub.answerWith({ status: 200, body: JSON.stringify({ url }) }, { status: 200, body: 'x' });
    await adapter.fetchMedia(connection(stub.url), '1');
    expect(stub.requests.map(({ path }) => path)).toEqual(['/1', '/whatsapp_business/attachments/?mid=1']);
    expect(stub.requests[1]?.headers['d360-api-key']).toBe(d360Connection.apiKey);
  });

  it('lists templates over pages, submits one with examples, and removes one that is there', async () => {
    const listed = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        name: `t_${from + n}`,
        language: 'en',
        status: n === 0 ? 'rejected' : 'approved',
        category: 'UTILITY',
        rejected_reason: n === 0 ? 'INVALID_FORMAT' : 'NONE',
        components: [{ type: 'BODY', text: 'Hello' }],
      }));
    const page = (from: number, count: number): StubAnswer => ({
      status: 200,
      body: JSON.stringify({ total: 101, waba_templates: listed(from, count) }),
    });
    stub.answerWith(page(0, 100), page(100, 1));
    const desk = adapter.templates;
    const all = (await desk?.list(connection(stub.url))) ?? [];
    expect(all).toHaveLength(101);
    expect(all[0]).toEqual({
      externalId: 't_0:en',
      name: 't_0',
      language: 'en',
      status: 'rejected',
      category: 'utility',
      body: 'Hello',
      reason: 'INVALID_FORMAT',
    });

    stub.answerWith({ status: 201, body: JSON.stringify({ id: '77', status: 'submitted' }) });
    const template = {
      name: 'booking_reminder',
      language: 'ta',
      category: 'utility',
      body: 'வணக்கம் {{customer}}, {{when}} வாருங்கள்.',
      samples: { customer: 'Anbu', when: 'Sat 28 Nov' },
      buttons: [{ type: 'quick-reply', title: 'Confirm' }],
    } as const;
    expect(await desk?.submit(connection(stub.url), template)).toMatchObject({
      externalId: '77',
      status: 'pending',
    });
    expect(JSON.parse(stub.requests.at(-1)?.body ?? '')).toMatchObject({
      name: 'booking_reminder',
      parameter_format: 'named',
      components: [
        {
          type: 'BODY',
          example: {
            body_text_named_params: [
              { param_name: 'customer', example: 'Anbu' },
              { param_name: 'when', example: 'Sat 28 Nov' },
            ],
          },
        },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Confirm' }] },
      ],
    });

    stub.requests.splice(0);
    stub.answerWith(page(0, 2), { status: 200, body: '{}' });
    await desk?.remove(connection(stub.url), 't_1');
    expect(stub.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/configs/templates/t_1' });
    stub.requests.splice(0);
    stub.answerWith(page(0, 2));
    await desk?.remove(connection(stub.url), 'not_there');
    expect(stub.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('what 360dialog brings', () => {
  const adapter = createD360();

  it.each([...cloudApiFixtures])('%s is read as from Meta itself', (_name, body) => {
    const cloud = {
      ...d360Connection,
      provider: 'cloud-api',
      accessToken: '',
      appSecret: '',
      verifyToken: '',
    };
    const at = { ...cloud, provider: 'cloud-api' as const };
    expect(adapter.split(d360Connection, bytes(body))).toEqual(cloudApi.split(at, bytes(body)));
  });

  it('is ours by the number itself where Meta’s id of it is not known', () => {
    const [text = ''] = [cloudApiFixtures.get('text')];
    const byNumber = { ...d360Connection, phoneNumberId: '914423456789' };
    expect(adapter.split(byNumber, bytes(text))).toMatchObject([{ kind: 'message' }]);
    const another = { ...d360Connection, phoneNumberId: '914400000000' };
    expect(adapter.split(another, bytes(text))).toMatchObject([{ kind: 'unknown' }]);
  });

  it.each(['hex', 'base64'] as const)('is proved by a partner’s signature in %s', (encoding) => {
    const body = bytes('{"object":"whatsapp_business_account"}');
    const partner = { ...d360Connection, partnerSecret: 'platform' };
    const given = createHmac('sha256', 'platform').update(body).digest(encoding);
    const proof = { headers: new Headers({ 'x-360dialog-signature': given }), query: none };
    expect(adapter.verifySignature(partner, body, proof)).toBe(true);
    expect(adapter.verifySignature(partner, bytes('{}'), proof)).toBe(false);
    // Without a platform's secret such a header proves nothing.
    expect(adapter.verifySignature(d360Connection, body, proof)).toBe(false);
  });
});
