import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OutboundMessage } from '../../messaging/types';
import { describeAdapter } from '../../testing/channel-contract';
import { type HttpStub, type StubAnswer, startHttpStub } from '../../testing/http-stub';
import { gupshupConnection } from '../../testing/provider-connections';
import type { ConnectionTo, SendRequest } from '../types';
import { createGupshup } from './adapter';

type Connection = ConnectionTo<'gupshup'>;
const connection = (apiUrl: string): Connection => ({ ...gupshupConnection, apiUrl });
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const event = (type: string, payload: object) => ({
  app: gupshupConnection.appName,
  timestamp: 1_795_413_600_123,
  version: 2,
  type,
  payload,
});
const refused = (status: number, message: unknown): StubAnswer => ({
  status,
  body: JSON.stringify({ status: 'error', message }),
});
const formOf = (body: string) => Object.fromEntries(new URLSearchParams(body));
const textSchema = z.object({ type: z.literal('text'), text: z.string() });

describeAdapter('Gupshup', {
  createAdapter: (timeoutMs) => createGupshup({ timeoutMs }),
  connection,
  forged: (of) => ({ ...of, webhookToken: 'other' }),
  signsBodies: false,
  echoesMark: false,
  secrets: ({ apiKey, webhookToken }) => [apiKey, webhookToken],
  webhook: {
    // One event a body is all that version 2 has; several come as version 3.
    texts: (ids, body) =>
      bytes({
        object: 'whatsapp_business_account',
        gs_app_id: gupshupConnection.appId,
        entry: [
          {
            id: '1',
            changes: [
              {
                field: 'messages',
                value: {
                  metadata: { phone_number_id: '1' },
                  messages: ids.map((id) => ({
                    id: `wamid.${id}`,
                    from: '919876500001',
                    timestamp: '1795413600',
                    type: 'text',
                    text: { body },
                  })),
                },
              },
            ],
          },
        ],
      }),
    status: (id, status) =>
      bytes(
        event('message-event', {
          id: status === 'failed' ? `gs-${id}` : `wamid.${id}`,
          ...(status !== 'failed' && { gsId: `gs-${id}` }),
          type: status,
          destination: '919876500001',
          payload: status === 'failed' ? { code: 1002, reason: 'Not on WhatsApp' } : { ts: 1_795_413_605 },
        }),
      ),
    sign: ({ webhookToken }) => ({
      headers: new Headers(),
      query: new URLSearchParams({ token: webhookToken }),
    }),
  },
  answers: {
    accepted: (messageId) => ({ status: 202, body: JSON.stringify({ status: 'submitted', messageId }) }),
    refusals: [
      { kind: 'unreachable', answer: refused(400, { code: 1002, message: 'Not on WhatsApp' }), code: 1002 },
      { kind: 'channel-blocked', answer: refused(400, { code: '1003' }), code: 1003 },
      { kind: 'window-closed', answer: refused(400, { code: 1005 }), code: 1005 },
      { kind: 'window-closed', answer: refused(400, { code: 131047 }), code: 131047 },
      { kind: 'rejected', answer: refused(400, { code: 1011 }), code: 1011 },
      { kind: 'rate-limited', answer: refused(400, { code: 131056 }), code: 131056 },
      { kind: 'rejected', answer: refused(400, 'Invalid Destination') },
      { kind: 'rejected', answer: refused(200, 'Invalid JSON') },
      { kind: 'channel-blocked', answer: refused(401, 'Portal User Not Found With APIKey') },
      { kind: 'rate-limited', answer: refused(429, 'Too Many Requests') },
      { kind: 'unavailable', answer: { status: 503, body: '<html>Service unavailable' } },
      { kind: 'unknown-outcome', answer: { status: 504, body: '<html>Gateway timeout' } },
    ],
    quoting: (secret) => refused(401, `Portal User Not Found With APIKey ${secret}`),
  },
  sent({ body }) {
    const form = formOf(body);
    const { text } = textSchema.parse(JSON.parse(form['message'] ?? ''));
    return { to: `+${form['destination'] ?? ''}`, text };
  },
  media: {
    id: (apiUrl) => `${apiUrl}/fm/1`,
    answers: (_apiUrl, file, mimeType) => [
      { status: 200, headers: { 'content-type': mimeType }, body: file },
    ],
  },
});

describe('Gupshup on the line', () => {
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  beforeEach(() => stub.requests.splice(0));
  afterAll(() => stub.close());

  const accepted: StubAnswer = { status: 202, body: '{"status":"submitted","messageId":"gs-1"}' };
  const to = { waId: '919876500001' };
  const sendForm = async (message: OutboundMessage, change: Partial<SendRequest> = {}) => {
    stub.answerWith(accepted);
    await createGupshup({ timeoutMs: 1000 }).send(connection(stub.url), {
      to,
      message,
      opaque: 'row-1',
      ...change,
    });
    return formOf(stub.requests.at(-1)?.body ?? '');
  };
  const sentContent = async (message: OutboundMessage): Promise<unknown> =>
    JSON.parse((await sendForm(message))['message'] ?? '');

  it('posts a form with the key in a header and numbers without a plus', async () => {
    expect(await sendForm({ kind: 'text', body: 'hi' })).toMatchObject({
      channel: 'whatsapp',
      source: '914423456789',
      destination: '919876500001',
      'src.name': 'Arena',
    });
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/wa/api/v1/msg',
      headers: { apikey: gupshupConnection.apiKey, 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it.each<[OutboundMessage, object]>([
    [
      {
        kind: 'buttons',
        header: 'Court 2',
        body: 'Sure?',
        footer: '₹600',
        buttons: [{ id: 'y', title: 'Confirm' }],
      },
      {
        type: 'quick_reply',
        msgid: 'row-1',
        content: { type: 'text', header: 'Court 2', text: 'Sure?', caption: '₹600' },
        options: [{ type: 'text', title: 'Confirm', postbackText: 'y' }],
      },
    ],
    [
      {
        kind: 'list',
        body: 'Which time?',
        opener: 'See times',
        sections: [{ rows: [{ id: 'a', title: '06:00', description: '₹400' }] }],
      },
      {
        type: 'list',
        body: 'Which time?',
        msgid: 'row-1',
        globalButtons: [{ type: 'text', title: 'See times' }],
        items: [
          {
            title: 'See times',
            options: [{ type: 'text', title: '06:00', description: '₹400', postbackText: 'a' }],
          },
        ],
      },
    ],
    [
      { kind: 'link', body: 'Pay ₹600', label: 'Pay now', url: 'https://neram.test/p' },
      { type: 'text', text: 'Pay ₹600\n\nPay now: https://neram.test/p', previewUrl: false },
    ],
    [
      { kind: 'location', latitude: 13.04, longitude: 80.23, name: 'Neram', address: 'T. Nagar' },
      { type: 'location', longitude: 80.23, latitude: 13.04, name: 'Neram', address: 'T. Nagar' },
    ],
    [
      { kind: 'image', url: 'https://neram.test/qr.png', caption: '₹400' },
      {
        type: 'image',
        originalUrl: 'https://neram.test/qr.png',
        previewUrl: 'https://neram.test/qr.png',
        caption: '₹400',
      },
    ],
    [
      { kind: 'document', url: 'https://neram.test/r', filename: 'Receipt.pdf', caption: 'ரசீது' },
      { type: 'file', url: 'https://neram.test/r', filename: 'Receipt.pdf', caption: 'ரசீது' },
    ],
  ])('puts a message into its own words: %#', async (message, content) => {
    expect(await sentContent(message)).toEqual(content);
  });

  it.each<[string, OutboundMessage, SendRequest['to'], string]>([
    [
      'an id over 200',
      { kind: 'buttons', body: 'x', buttons: [{ id: 'i'.repeat(201), title: 'a' }] },
      to,
      'rejected',
    ],
    [
      'a list over 1,024',
      { kind: 'list', body: 'b'.repeat(1025), opener: 'o', sections: [{ rows: [{ id: 'a', title: 'a' }] }] },
      to,
      'rejected',
    ],
    ['nobody’s number', { kind: 'text', body: 'hi' }, { bsuid: 'IN.16' }, 'unreachable'],
  ])('sends nothing for %s', async (_name, message, recipient, kind) => {
    const sent = createGupshup().send(connection(stub.url), { to: recipient, message, opaque: 'row-1' });
    await expect(sent).rejects.toMatchObject({ kind });
    expect(stub.requests).toEqual([]);
  });

  const reminder: OutboundMessage = {
    kind: 'template',
    name: 'booking_reminder',
    language: 'ta',
    // The order of names is none: the alphabet is.
    body: { when: 'சனி, 6 மணி', customer: 'அன்பு' },
    buttons: [
      { type: 'quick-reply', index: 0, payload: 'bk:abc:move' },
      { type: 'url', index: 1, suffix: 'abc' },
    ],
  };
  const listed: StubAnswer = {
    status: 200,
    body: JSON.stringify({
      status: 'success',
      templates: [
        { id: 'uuid-en', elementName: 'booking_reminder', languageCode: 'en', status: 'APPROVED' },
        { id: 'uuid-ta', elementName: 'booking_reminder', languageCode: 'ta', status: 'APPROVED' },
        { id: 'uuid-no', elementName: 'booking_moved', languageCode: 'ta', status: 'REJECTED', reason: 'No' },
      ],
    }),
  };

  it('sends a template by Gupshup’s id of it, which it looks up once', async () => {
    const adapter = createGupshup({ timeoutMs: 1000 });
    stub.answerWith(listed, accepted, accepted);
    for (const opaque of ['row-1', 'row-2'])
      await adapter.send(connection(stub.url), { to, message: reminder, opaque });
    expect(stub.requests.map(({ path }) => path)).toEqual([
      `/wa/app/${gupshupConnection.appId}/template`,
      '/wa/api/v1/template/msg',
      '/wa/api/v1/template/msg',
    ]);
    const form = formOf(stub.requests.at(-1)?.body ?? '');
    expect(JSON.parse(form['template'] ?? '')).toEqual({
      id: 'uuid-ta',
      params: ['அன்பு', 'சனி, 6 மணி', 'abc'],
    });
    expect(JSON.parse(form['postbackTexts'] ?? '')).toEqual([{ index: 0, text: 'bk:abc:move' }]);
  });

  it('refuses a template that is not approved there, and knows nothing of an outcome it never had', async () => {
    const adapter = createGupshup({ timeoutMs: 1000 });
    const send = (message: OutboundMessage) =>
      adapter.send(connection(stub.url), { to, message, opaque: 'row-1' });
    stub.answerWith(listed);
    await expect(send({ ...reminder, name: 'booking_moved' })).rejects.toMatchObject({ kind: 'rejected' });
    stub.answerWith('hang-up');
    await expect(send({ ...reminder, name: 'booking_moved' })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('submits a template with numbers for names, and lists and removes them', async () => {
    const desk = createGupshup({ timeoutMs: 1000 }).templates;
    stub.answerWith({
      status: 200,
      body: JSON.stringify({ status: 'success', template: { id: 'uuid-1', status: 'PENDING' } }),
    });
    const submitted = await desk?.submit(connection(stub.url), {
      name: 'booking_reminder',
      language: 'en',
      category: 'utility',
      body: 'Hello {{when}}, see you {{customer}}. Bye.',
      samples: { when: 'Sat 6 pm', customer: 'Anbu' },
      footer: 'Reply STOP to opt out',
      buttons: [{ type: 'quick-reply', title: 'Confirm' }],
    });
    expect(submitted).toMatchObject({ externalId: 'uuid-1', status: 'pending', category: 'utility' });
    expect(formOf(stub.requests.at(-1)?.body ?? '')).toMatchObject({
      elementName: 'booking_reminder',
      languageCode: 'en',
      category: 'UTILITY',
      templateType: 'TEXT',
      content: 'Hello {{2}}, see you {{1}}. Bye.',
      example: 'Hello Sat 6 pm, see you Anbu. Bye.',
      footer: 'Reply STOP to opt out',
      buttons: JSON.stringify([{ type: 'QUICK_REPLY', text: 'Confirm' }]),
    });
    stub.answerWith(listed);
    expect((await desk?.list(connection(stub.url)))?.at(-1)).toMatchObject({
      externalId: 'uuid-no',
      status: 'rejected',
      reason: 'No',
    });
    stub.answerWith(listed, { status: 200, body: '{"status":"success"}' });
    await desk?.remove(connection(stub.url), 'booking_moved');
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `/wa/app/${gupshupConnection.appId}/template/booking_moved`,
    });
  });

  it('marks a message read', async () => {
    stub.answerWith({ status: 202, body: '' });
    await createGupshup({ timeoutMs: 1000 }).markRead(connection(stub.url), 'wamid.a', { typing: true });
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: `/wa/app/${gupshupConnection.appId}/msg/wamid.a/read`,
    });
  });

  it('fetches files from Gupshup alone', async () => {
    const adapter = createGupshup({ timeoutMs: 1000 });
    for (const url of [
      'http://filemanager.gupshup.io/a',
      'https://gupshup.io.evil.test/a',
      'https://user@filemanager.gupshup.io/a',
      'file:///etc/passwd',
      '1234567890',
    ])
      await expect(adapter.fetchMedia(connection(stub.url), url)).rejects.toMatchObject({ kind: 'rejected' });
  });
});
