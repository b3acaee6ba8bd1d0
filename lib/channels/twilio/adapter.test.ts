import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeAdapter } from '../../testing/channel-contract';
import { type HttpStub, type StubAnswer, startHttpStub } from '../../testing/http-stub';
import { twilioConnection, twilioForm, twilioSignature } from '../../testing/twilio-fixtures';
import type { OutboundMessage } from '../../messaging/types';
import { createTwilio } from './adapter';
import type { TwilioConnection } from './call';

const connection = (apiUrl: string): TwilioConnection => ({ ...twilioConnection, apiUrl });
const bytes = (fields: Record<string, string>): Uint8Array => new TextEncoder().encode(twilioForm(fields));
const ours = 'whatsapp:+919840000001';
const theirs = 'whatsapp:+919876500001';
const { accountSid: AccountSid } = twilioConnection;

const accepted = (sid: string): StubAnswer => ({
  status: 201,
  body: JSON.stringify({ sid, status: 'queued', error_code: null, error_message: null, num_segments: '1' }),
});

const refused = (status: number, code: number, headers: Record<string, string> = {}): StubAnswer => ({
  status,
  headers,
  body: JSON.stringify({ code, message: 'For a reason', more_info: 'https://x.test', status }),
});

describeAdapter('Twilio', {
  createAdapter: (timeoutMs) => createTwilio({ timeoutMs }),
  connection,
  forged: (of) => ({ ...of, authToken: 'other' }),
  signsBodies: true,
  echoesMark: true,
  secrets: ({ authToken }) => [authToken],
  webhook: {
    oneByOne: true,
    texts: ([id = ''], Body) => bytes({ AccountSid, MessageSid: `SM${id}`, From: theirs, To: ours, Body }),
    status: (id, MessageStatus) =>
      bytes({ AccountSid, MessageSid: `SM${id}`, MessageStatus, From: ours, To: theirs }),
    statusQuery: (mark) => new URLSearchParams({ mark }),
    sign: ({ authToken, webhookUrl }, body) => ({
      headers: new Headers({
        'x-twilio-signature': twilioSignature(authToken, webhookUrl, new TextDecoder().decode(body)),
      }),
      query: new URLSearchParams(),
    }),
  },
  answers: {
    accepted,
    refusals: [
      {
        kind: 'rate-limited',
        answer: refused(429, 20429, { 'retry-after': '3' }),
        code: 20429,
        retryAfterMs: 3000,
      },
      { kind: 'rate-limited', answer: refused(400, 63018), code: 63018 },
      { kind: 'rate-limited', answer: refused(400, 63038), code: 63038, retryAfterMs: 3_600_000 },
      { kind: 'rejected', answer: refused(400, 63005), code: 63005 },
      { kind: 'rejected', answer: refused(400, 99999), code: 99999 },
      { kind: 'window-closed', answer: refused(400, 63016), code: 63016 },
      { kind: 'unreachable', answer: refused(400, 21211), code: 21211 },
      { kind: 'unreachable', answer: refused(400, 63015), code: 63015 },
      { kind: 'unavailable', answer: refused(500, 20500), code: 20500 },
      { kind: 'channel-blocked', answer: refused(401, 20003), code: 20003 },
      { kind: 'channel-blocked', answer: refused(404, 20404), code: 20404 },
      { kind: 'channel-blocked', answer: refused(400, 63007), code: 63007 },
      { kind: 'unavailable', answer: { status: 503, body: '<html>Service unavailable' } },
      { kind: 'unknown-outcome', answer: { status: 504, body: '<html>Gateway timeout' } },
      {
        kind: 'window-closed',
        answer: { status: 201, body: JSON.stringify({ sid: 'SM1', status: 'failed', error_code: 63016 }) },
        code: 63016,
      },
    ],
    quoting: (secret) => ({
      status: 401,
      body: JSON.stringify({ code: 20003, message: `Authenticate: ${secret}`, status: 401 }),
    }),
  },
  sent({ body }) {
    const form = new URLSearchParams(body);
    return {
      to: (form.get('To') ?? '').replace('whatsapp:', ''),
      text: form.get('Body') ?? '',
      opaque: new URL(form.get('StatusCallback') ?? '').searchParams.get('mark') ?? '',
    };
  },
  media: {
    id: (apiUrl) => `${apiUrl}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1`,
    answers: (apiUrl, file, mimeType) => [
      { status: 307, headers: { location: `${apiUrl}/store/1` }, body: '' },
      { status: 200, headers: { 'content-type': mimeType }, body: file },
    ],
  },
});

describe('Twilio on the line', () => {
  let stub: HttpStub;
  beforeAll(async () => {
    stub = await startHttpStub();
  });
  beforeEach(() => stub.requests.splice(0));
  afterAll(() => stub.close());
  const adapter = createTwilio({ timeoutMs: 1000 });

  const sent = async (message: OutboundMessage, to: object = { waId: '919876500001' }) => {
    stub.answerWith(accepted('SM1'));
    await adapter.send(connection(stub.url), { to, message, opaque: 'row-1' });
    return Object.fromEntries(new URLSearchParams(stub.requests.at(-1)?.body));
  };

  it('signs in as the account and posts a form', async () => {
    const form = await sent({ kind: 'text', body: 'hi' }, { bsuid: 'IN.1648738043044942' });
    expect(form).toEqual({
      From: ours,
      To: 'whatsapp:IN.1648738043044942',
      Body: 'hi',
      StatusCallback: `${twilioConnection.webhookUrl}?mark=row-1`,
    });
    expect(stub.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: `/2010-04-01/Accounts/${AccountSid}/Messages.json`,
      headers: {
        authorization: `Basic ${Buffer.from(`${AccountSid}:${twilioConnection.authToken}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  });

  it('numbers what it has no buttons for, in the language of the message', async () => {
    const buttons = [
      { id: 'y', title: 'உறுதி செய்' },
      { id: 'n', title: 'ரத்து' },
    ];
    expect((await sent({ kind: 'buttons', body: 'சரியா?', buttons }))['Body']).toBe(
      'சரியா?\n\n1. உறுதி செய்\n2. ரத்து\n\nஉங்கள் தேர்வின் எண்ணை மட்டும் அனுப்புங்கள்.',
    );
    expect((await sent({ kind: 'buttons', body: 'Sure?', buttons }))['Body']).toContain(
      'Reply with the number',
    );
  });

  it('sends a place with its pin and a file by its address', async () => {
    const place = {
      kind: 'location',
      latitude: 13.04,
      longitude: 80.23,
      name: 'Neram',
      address: 'T. Nagar',
    } as const;
    expect(await sent(place)).toMatchObject({
      PersistentAction: 'geo:13.04,80.23|Neram',
      Body: 'Neram\nT. Nagar',
    });
    const file = {
      kind: 'document',
      url: 'https://n.test/r/1',
      filename: 'Receipt-1.pdf',
      caption: 'ரசீது',
    } as const;
    expect(await sent(file)).toMatchObject({ MediaUrl: 'https://n.test/r/1', Body: 'ரசீது' });
    expect(await sent({ kind: 'image', url: 'https://n.test/qr.png', caption: '₹400' })).toMatchObject({
      MediaUrl: 'https://n.test/qr.png',
      Body: '₹400',
    });
  });

  it('refuses what it has no room for before it leaves', async () => {
    await expect(sent({ kind: 'text', body: 'க'.repeat(1601) })).rejects.toMatchObject({ kind: 'rejected' });
    expect(stub.requests).toEqual([]);
  });

  const contents = {
    contents: [
      {
        sid: 'HX1',
        friendly_name: 'booking_reminder(customer,when,button.0)',
        language: 'ta',
        date_created: '2026-11-01T00:00:00Z',
        types: { 'twilio/quick-reply': { body: 'வணக்கம் {{1}}, {{2}}' } },
        approval_requests: { name: 'booking_reminder', category: 'UTILITY', status: 'approved' },
      },
      {
        sid: 'HX2',
        friendly_name: 'booking_reminder(customer,when,button.0)',
        language: 'ta',
        date_created: '2026-11-20T00:00:00Z',
        types: {},
        approval_requests: { name: 'booking_reminder_v2', category: 'UTILITY', status: 'pending' },
      },
    ],
    meta: { next_page_url: null },
  };
  const reminder: OutboundMessage = {
    kind: 'template',
    name: 'booking_reminder',
    language: 'ta',
    body: { when: 'சனி 28 நவ', customer: 'அன்பு' },
    buttons: [{ type: 'quick-reply', index: 0, payload: 'bk:abc:move' }],
  };

  it('sends a template by its content, which it looks up once', async () => {
    const one = createTwilio({ timeoutMs: 1000 });
    stub.answerWith({ status: 200, body: JSON.stringify(contents) }, accepted('SM1'));
    for (const opaque of ['row-1', 'row-2'])
      await one.send(connection(stub.url), { to: { waId: '919876500001' }, message: reminder, opaque });
    expect(stub.requests.map(({ path }) => path.split('/').at(-1))).toEqual([
      'ContentAndApprovals?PageSize=100',
      'Messages.json',
      'Messages.json',
    ]);
    const form = new URLSearchParams(stub.requests.at(-1)?.body);
    expect(form.get('ContentSid')).toBe('HX1');
    expect(JSON.parse(form.get('ContentVariables') ?? '')).toEqual({
      1: 'அன்பு',
      2: 'சனி 28 நவ',
      3: 'bk:abc:move',
    });
    expect(form.has('Body')).toBe(false);
  });

  it('says so where there is no such template, or with other places', async () => {
    const one = createTwilio({ timeoutMs: 1000 });
    stub.answerWith({ status: 200, body: JSON.stringify(contents) });
    const send = (message: OutboundMessage) =>
      one.send(connection(stub.url), { to: { waId: '919876500001' }, message, opaque: 'row-1' });
    await expect(send({ ...reminder, language: 'en' })).rejects.toMatchObject({
      kind: 'rejected',
      providerCode: 63027,
    });
    await expect(send({ ...reminder, body: { customer: 'அன்பு' } })).rejects.toMatchObject({
      providerCode: 63028,
    });
  });

  it('lists, submits and removes templates', async () => {
    stub.answerWith({ status: 200, body: JSON.stringify(contents) });
    const desk = adapter.templates;
    expect(await desk?.list(connection(stub.url))).toEqual([
      {
        externalId: 'HX1',
        name: 'booking_reminder',
        language: 'ta',
        status: 'approved',
        category: 'utility',
        body: 'வணக்கம் {{1}}, {{2}}',
        reason: null,
      },
    ]);
    stub.requests.splice(0);
    stub.answerWith(
      { status: 200, body: JSON.stringify(contents) },
      { status: 201, body: JSON.stringify({ sid: 'HX3' }) },
      { status: 201, body: JSON.stringify({ status: 'received' }) },
    );
    const submitted = await desk?.submit(connection(stub.url), {
      name: 'booking_reminder',
      language: 'ta',
      category: 'utility',
      body: 'வணக்கம் {{customer}}, {{when}} உங்கள் நேரம்.',
      samples: { customer: 'அன்பு', when: 'சனி 28 நவ' },
      buttons: [{ type: 'quick-reply', title: 'மாற்ற' }],
    });
    expect(submitted).toMatchObject({ externalId: 'HX3', status: 'pending' });
    expect(stub.requests.slice(1).map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        friendly_name: 'booking_reminder(customer,when,button.0)',
        language: 'ta',
        variables: { 1: 'அன்பு', 2: 'சனி 28 நவ', 3: 'button-0' },
        types: {
          'twilio/quick-reply': {
            body: 'வணக்கம் {{1}}, {{2}} உங்கள் நேரம்.',
            actions: [{ title: 'மாற்ற', id: '{{3}}' }],
          },
        },
      },
      { name: 'booking_reminder_v3', category: 'UTILITY' },
    ]);
    stub.requests.splice(0);
    stub.answerWith(
      { status: 200, body: JSON.stringify(contents) },
      { status: 204, body: '' },
      refused(404, 20404),
    );
    await desk?.remove(connection(stub.url), 'booking_reminder');
    expect(stub.requests.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /v1/Content/HX1',
      'DELETE /v1/Content/HX2',
    ]);
  });

  it('fetches a file with its sign-in, follows to the store without it, and asks nobody else', async () => {
    const file = `${stub.url}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1`;
    stub.answerWith(
      { status: 307, headers: { location: `${stub.url}/store/1` }, body: '' },
      { status: 200, headers: { 'content-type': 'image/jpeg' }, body: 'JPEG' },
    );
    const media = await adapter.fetchMedia(connection(stub.url), file);
    expect([media.bytes.toString(), media.mimeType]).toEqual(['JPEG', 'image/jpeg']);
    expect(stub.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, false]);
    await expect(adapter.fetchMedia(connection(stub.url), 'http://127.0.0.1:1/x')).rejects.toMatchObject({
      kind: 'rejected',
    });
  });
});
