import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OutboundMessage } from '../../messaging/types';
import { describeAdapter } from '../../testing/channel-contract';
import { type HttpStub, type StubAnswer, startHttpStub } from '../../testing/http-stub';
import { onpremConnection } from '../../testing/onprem-fixtures';
import { createOnPremises } from './adapter';
import type { OnPremConnection } from './sessions';

const connection = (apiUrl: string): OnPremConnection => ({ ...onpremConnection, apiUrl });
const bytes = (body: object): Uint8Array => new TextEncoder().encode(JSON.stringify(body));

const accepted = (id: string): StubAnswer => ({
  status: 201,
  body: JSON.stringify({ messages: [{ id }], meta: { api_status: 'stable', version: '2.53.7' } }),
});
const refused = (status: number, code: number, headers: Record<string, string> = {}): StubAnswer => ({
  status,
  headers,
  body: JSON.stringify({
    meta: { version: '2.53.7' },
    errors: [{ code, title: 'No', details: 'For a reason' }],
  }),
});
const loggedIn = (token: string, expiresAfter = '2026-12-01 06:00:00+00:00'): StubAnswer => ({
  status: 200,
  body: JSON.stringify({ users: [{ token, expires_after: expiresAfter }] }),
});
const loginPath = '/v1/users/login';

describeAdapter('On-Premises', {
  createAdapter: (timeoutMs) => createOnPremises({ timeoutMs, now: () => new Date('2026-11-24T06:00:00Z') }),
  connection,
  forged: (of) => ({ ...of, webhookToken: 'other' }),
  signsBodies: false,
  echoesMark: true,
  secrets: ({ password, webhookToken }) => [password, webhookToken, 'token-of-login'],
  login: { path: loginPath, answer: loggedIn('token-of-login') },
  webhook: {
    texts: (ids, body) =>
      bytes({
        contacts: [{ profile: { name: 'Anbu' }, wa_id: '919876500001' }],
        messages: ids.map((id) => ({
          id,
          from: '919876500001',
          timestamp: '1795413600',
          type: 'text',
          text: { body },
        })),
      }),
    status: (id, status, opaque) =>
      bytes({
        statuses: [
          {
            id,
            status,
            timestamp: '1795413600',
            recipient_id: '919876500001',
            biz_opaque_callback_data: opaque,
          },
        ],
      }),
    sign: ({ webhookToken }) => ({
      headers: new Headers(),
      query: new URLSearchParams({ token: webhookToken }),
    }),
  },
  answers: {
    accepted,
    refusals: [
      {
        kind: 'rate-limited',
        answer: refused(429, 1015, { 'retry-after': '3' }),
        code: 1015,
        retryAfterMs: 3000,
      },
      { kind: 'rejected', answer: refused(400, 1009), code: 1009 },
      { kind: 'rejected', answer: refused(400, 2001), code: 2001 },
      { kind: 'rejected', answer: refused(400, 471), code: 471 },
      { kind: 'window-closed', answer: refused(400, 470), code: 470 },
      { kind: 'unreachable', answer: refused(400, 1026), code: 1026 },
      { kind: 'unavailable', answer: refused(500, 1014), code: 1014 },
      { kind: 'unavailable', answer: refused(500, 1011), code: 1011 },
      { kind: 'channel-blocked', answer: refused(401, 1005), code: 1005 },
      { kind: 'channel-blocked', answer: refused(403, 9999), code: 9999 },
      // A gateway that speaks for the Cloud API.
      {
        kind: 'window-closed',
        answer: { status: 400, body: JSON.stringify({ error: { code: 131047, message: 'No' } }) },
        code: 131047,
      },
      { kind: 'unavailable', answer: { status: 503, body: '<html>Service unavailable' } },
      { kind: 'unknown-outcome', answer: { status: 504, body: '<html>Gateway timeout' } },
    ],
    quoting: (secret) => ({
      status: 400,
      body: JSON.stringify({ errors: [{ code: 1025, title: 'Bad', details: `Saw ${secret}` }] }),
    }),
  },
  sent({ body }) {
    const {
      to,
      text,
      biz_opaque_callback_data: opaque,
    } = z
      .object({ to: z.string(), text: z.object({ body: z.string() }), biz_opaque_callback_data: z.string() })
      .parse(JSON.parse(body));
    return { to: `+${to}`, text: text.body, opaque };
  },
  media: {
    id: () => 'b1c68f38-8734-4ad3-b4a1-ef0c10d683',
    answers: (_apiUrl, file, mimeType) => [
      { status: 200, headers: { 'content-type': mimeType }, body: file },
    ],
  },
});

describe('On-Premises on the line', () => {
  let stub: HttpStub;
  let now = new Date('2026-11-24T06:00:00Z');
  const open = () => createOnPremises({ timeoutMs: 1000, now: () => now });
  let adapter = open();
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  beforeEach(() => {
    stub.requests.splice(0);
    now = new Date('2026-11-24T06:00:00Z');
    adapter = open();
  });
  afterAll(() => stub.close());

  const calls = () =>
    stub.requests.map(({ method, path, headers }) => `${method} ${path} ${headers.authorization ?? ''}`);
  const basic = `Basic ${Buffer.from('admin:Test-passw0rd!').toString('base64')}`;
  const text: OutboundMessage = { kind: 'text', body: 'hi' };
  const send = (message: OutboundMessage = text) =>
    adapter.send(connection(stub.url), { to: { waId: '919876500001' }, message, opaque: 'row-1' });
  const sent = (): unknown => JSON.parse(stub.requests.at(-1)?.body ?? '');

  it('logs in once and sends under the token', async () => {
    stub.answerWith(loggedIn('t1'), accepted('m1'));
    await send();
    await send();
    expect(calls()).toEqual([
      `POST ${loginPath} ${basic}`,
      'POST /v1/messages Bearer t1',
      'POST /v1/messages Bearer t1',
    ]);
    expect(sent()).toEqual({
      recipient_type: 'individual',
      to: '919876500001',
      type: 'text',
      text: { body: 'hi', preview_url: false },
      biz_opaque_callback_data: 'row-1',
    });
  });

  it('shares one login among all that send at once', async () => {
    stub.answerWith(loggedIn('t1'), accepted('m1'));
    await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(calls().filter((call) => call.includes(loginPath))).toHaveLength(1);
    expect(stub.requests).toHaveLength(21);
  });

  it('logs in again before a token ends', async () => {
    stub.answerWith(
      loggedIn('t1', '2026-11-24 07:00:00+00:00'),
      accepted('m1'),
      loggedIn('t2'),
      accepted('m2'),
    );
    await send();
    now = new Date('2026-11-24T06:56:00Z');
    await send();
    expect(calls().map((call) => call.split(' ').at(-1))).toEqual([
      basic.slice(6),
      't1',
      basic.slice(6),
      't2',
    ]);
  });

  it('logs in again, once for all, where the webapp has forgotten the token', async () => {
    const webapp = await startForgetful();
    try {
      const one = () =>
        adapter.send(connection(webapp.url), {
          to: { waId: '919876500001' },
          message: text,
          opaque: 'row-1',
        });
      await one();
      webapp.forget();
      await Promise.all(Array.from({ length: 8 }, one));
      expect(webapp.logins()).toBe(2);
    } finally {
      await webapp.close();
    }
    stub.answerWith(loggedIn('t1'), refused(401, 1005), loggedIn('t2'), refused(401, 1005));
    await expect(send()).rejects.toMatchObject({ kind: 'channel-blocked', providerCode: 1005 });
    expect(stub.requests).toHaveLength(4);
  });

  it('pauses the channel where the password is wrong, and tries again with the next message', async () => {
    const fresh = await startHttpStub();
    try {
      fresh.answerWith(refused(401, 1005), loggedIn('t1'), accepted('m1'));
      const message = { to: { waId: '919876500001' }, message: text, opaque: 'row-1' };
      await expect(adapter.send(connection(fresh.url), message)).rejects.toMatchObject({
        kind: 'channel-blocked',
        detail: 'Login: HTTP 401, code 1005: For a reason',
      });
      await expect(adapter.send(connection(fresh.url), message)).resolves.toMatchObject({ externalId: 'm1' });
    } finally {
      await fresh.close();
    }
  });

  it('looks up a number that the webapp does not know', async () => {
    stub.alwaysAnswer(loginPath, loggedIn('t1'));
    const found = {
      status: 200,
      body: JSON.stringify({ contacts: [{ input: '+1', status: 'valid', wa_id: '919876500002' }] }),
    };
    stub.answerWith(refused(400, 1013), found, accepted('m1'));
    expect(await send()).toEqual({ externalId: 'm1', waId: '919876500002' });
    expect(stub.requests.map(({ path }) => path)).toEqual(['/v1/messages', '/v1/contacts', '/v1/messages']);
    expect(sent()).toMatchObject({ to: '919876500002' });

    const nobody = { status: 200, body: JSON.stringify({ contacts: [{ input: '+1', status: 'invalid' }] }) };
    stub.answerWith(refused(400, 1013), nobody);
    await expect(send()).rejects.toMatchObject({ kind: 'unreachable', providerCode: 1013 });
  });

  it('has buttons and lists, gives links as addresses, and refuses what it has not', async () => {
    stub.alwaysAnswer(loginPath, loggedIn('t1'));
    stub.answerWith(accepted('m1'));
    await send({ kind: 'buttons', body: 'Sure?', buttons: [{ id: 'y', title: 'Yes' }] });
    expect(sent()).toMatchObject({ type: 'interactive', interactive: { type: 'button' } });
    await send({ kind: 'link', body: 'Your booking', label: 'Open', url: 'https://n.test/b/1' });
    expect(sent()).toMatchObject({
      type: 'text',
      text: { body: 'Your booking\n\nOpen: https://n.test/b/1' },
    });
    const template: OutboundMessage = { kind: 'template', name: 'reminder', language: 'ta', body: ['அன்பு'] };
    await adapter.send(
      { ...connection(stub.url), namespace: 'ns_1' },
      { to: { waId: '919876500001' }, message: template, opaque: 'row-1' },
    );
    expect(sent()).toMatchObject({
      template: { namespace: 'ns_1', name: 'reminder', language: { policy: 'deterministic', code: 'ta' } },
    });
    const onlyId = { to: { bsuid: 'IN.1' }, message: text, opaque: 'row-1' };
    await expect(adapter.send(connection(stub.url), onlyId)).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('marks a message read and fetches its file, also after the token was forgotten', async () => {
    stub.alwaysAnswer(loginPath, loggedIn('t1'));
    stub.answerWith({ status: 200, body: '{"meta":{}}' });
    await adapter.markRead(connection(stub.url), 'ABG/1', { typing: true });
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/v1/messages/ABG%2F1',
      body: '{"status":"read"}',
    });
    const file = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: 'JPEG' };
    stub.answerWith(refused(401, 1005), file);
    const media = await adapter.fetchMedia(connection(stub.url), 'b1c68f38');
    expect([media.bytes.toString(), media.mimeType]).toEqual(['JPEG', 'image/jpeg']);
    stub.answerWith(refused(404, 1006));
    await expect(adapter.fetchMedia(connection(stub.url), 'gone')).rejects.toMatchObject({
      kind: 'rejected',
    });
  });

  it('says what works of a webapp, and has it bring events here', async () => {
    stub.alwaysAnswer(loginPath, loggedIn('t1'));
    stub.alwaysAnswer('/v1/health', {
      status: 200,
      body: JSON.stringify({
        health: { 'core:1': { gateway_status: 'connected', role: 'primary' }, database: {} },
      }),
    });
    const url = onpremConnection.webhookUrl;
    const settings = (at: string) => ({
      status: 200,
      body: JSON.stringify({ settings: { application: { webhooks: { url: at } } } }),
    });
    stub.answerWith(settings('https://elsewhere.test'), settings(url));
    expect(await adapter.check(connection(stub.url))).toMatchObject([
      { what: 'token', code: 'token-good' },
      { what: 'number', code: 'number-good' },
      { what: 'webhook', code: 'webhook-elsewhere', params: { url: 'https://elsewhere.test' } },
    ]);
    expect((await adapter.check(connection(stub.url))).at(-1)).toMatchObject({ code: 'webhook-good' });
    await adapter.setWebhook?.(connection(stub.url));
    expect(stub.requests.at(-1)).toMatchObject({ method: 'PATCH', path: '/v1/settings/application' });
    expect(sent()).toMatchObject({ webhooks: { url }, sent_status: true });
    expect(await adapter.check(connection('http://127.0.0.1:1'))).toMatchObject([
      { what: 'token', code: 'no-answer' },
    ]);
  });
});

/** A webapp that knows only the token it gave last. */
async function startForgetful() {
  let logins = 0;
  let good: string | null = null;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === loginPath) {
      logins += 1;
      good = `t${logins}`;
      response.end(JSON.stringify({ users: [{ token: good }] }));
      return;
    }
    const known = good !== null && request.headers.authorization === `Bearer ${good}`;
    response
      .writeHead(known ? 201 : 401)
      .end(known ? '{"messages":[{"id":"m1"}]}' : '{"errors":[{"code":1005}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo; the type also allows pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    logins: () => logins,
    forget() {
      good = null;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
