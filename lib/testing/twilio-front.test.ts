import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTwilio } from '../channels/twilio/adapter';
import type { TemplateDefinition } from '../messaging/template-definition';
import type { InboundUpdate, OutboundMessage } from '../messaging/types';
import { twilioFront } from '../simulator/fronts/twilio';
import type { PhoneAction } from '../simulator/phone-schema';
import { type RunningSimulator, startSimulator } from '../simulator/server';
import { type HttpStub, startHttpStub } from './http-stub';
import { twilioConnection } from './twilio-fixtures';

// The stand-in judges what it is sent by Twilio's documents, not by our code: whatever both agree on was understood twice.

const adapter = createTwilio({ timeoutMs: 2000 });
let receiver: HttpStub;
let simulator: RunningSimulator;
let connection = twilioConnection;

beforeAll(async () => {
  receiver = await startHttpStub();
  const { accountSid, authToken, webhookUrl } = twilioConnection;
  simulator = await startSimulator({
    port: 0,
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
    retryDelaysMs: [1],
    throughputPerSecond: Infinity,
    pairRate: false,
    front: twilioFront({ accountSid, authToken, toldAddress: () => webhookUrl }),
    webhook: {
      url: `${receiver.url}/hook`,
      appSecret: 'x',
      accessToken: 'x',
      phoneNumberId: '1',
      wabaId: '2',
      displayPhone: '+91 98400 00001',
    },
  });
  connection = { ...twilioConnection, apiUrl: simulator.url };
});
beforeEach(() => {
  simulator.control.reset();
  receiver.requests.splice(0);
});
afterAll(async () => {
  await simulator.close();
  await receiver.close();
});

/** All that arrived at our webhook, each form checked for its signature. */
async function updates(): Promise<(InboundUpdate | null)[]> {
  await simulator.control.settled();
  return receiver.requests.flatMap(({ body, path, headers }) => {
    const bytes = new TextEncoder().encode(body);
    const query = new URL(path, 'http://localhost').searchParams;
    const given = new Headers({ 'x-twilio-signature': String(headers['x-twilio-signature']) });
    expect(adapter.verifySignature(connection, bytes, { headers: given, query })).toBe(true);
    return (adapter.split(connection, bytes, query) ?? []).map(({ payload }) => adapter.read(payload));
  });
}

const messages: OutboundMessage[] = [
  { kind: 'text', body: 'த'.repeat(1600) },
  { kind: 'buttons', body: 'சரியா?', buttons: [{ id: 'y', title: 'ஆமா' }] },
  {
    kind: 'list',
    body: 'd'.repeat(3000),
    opener: 'See',
    sections: [{ rows: [{ id: 'a', title: '06:00', description: '₹400 · 3 courts left' }] }],
  },
  { kind: 'link', body: 'Your booking', label: 'Open', url: 'https://neram.test/b/1' },
  { kind: 'location', latitude: 13.0418, longitude: 80.2341, name: 'Neram | Sports', address: 'T. Nagar' },
  { kind: 'document', url: 'https://neram.test/r/1', filename: 'Receipt-1.pdf', caption: 'ரசீது' },
  { kind: 'image', url: 'https://neram.test/pay/1/qr.png', caption: '₹400' },
  { kind: 'template', name: 'hello_world', language: 'en_US', body: [] },
  {
    kind: 'template',
    name: 'booking_reminder',
    language: 'ta',
    body: { when: 'சனி 28 நவ, மாலை 6:00', what: 'ஆடுகளம் 2', customer: 'அன்பு' },
    buttons: [{ type: 'quick-reply', index: 0, payload: 'bk:abc:move' }],
  },
];

describe.each(['both', 'bsuid', 'phone'] as const)('a customer known by %s', (identity) => {
  const meet = async () => {
    const customer = simulator.control.createCustomer({ name: 'Anbu', identity });
    simulator.control.act(customer.id, { type: 'text', body: 'வணக்கம்' });
    const heard = (await updates()).find((update) => update?.type === 'message');
    return { customer, to: heard?.type === 'message' ? heard.sender : {} };
  };

  it.each(messages.map((message, n) => [`${message.kind} (${n})`, message] as const))(
    'gets %s, and its statuses come back with our mark',
    async (_name, message) => {
      const { customer, to } = await meet();
      const receipt = await adapter.send(connection, { to, message, opaque: 'row 1/௧' });
      const statuses = (await updates()).filter((update) => update?.type === 'status');
      expect(statuses).toHaveLength(2);
      for (const status of statuses)
        expect(status).toMatchObject({ externalId: receipt.externalId, opaque: 'row 1/௧' });
      expect(simulator.control.messages(customer.id).at(-1)?.from).toBe('business');
    },
  );

  it('is understood whatever they do', async () => {
    const { customer, to } = await meet();
    const reminder = messages.at(-1) ?? { kind: 'text', body: '' };
    await adapter.send(connection, { to, message: reminder, opaque: 'row-1' });
    const received = simulator.control.messages(customer.id).at(-1)?.id ?? '';
    const actions: PhoneAction[] = [
      { type: 'tap-template', messageId: received, index: 0 },
      { type: 'reply', as: 'row', id: 'slot:1', title: '06:00' },
      { type: 'location', latitude: 13, longitude: 80, name: 'Home' },
      { type: 'media', media: 'voice' },
      { type: 'media', media: 'image', caption: 'the receipt' },
      { type: 'contact', name: 'Meena', phone: '+919876500002' },
      { type: 'reaction', messageId: received, emoji: '👍' },
      { type: 'unsupported', what: 'poll' },
    ];
    await updates();
    receiver.requests.splice(0);
    for (const action of actions) {
      simulator.control.act(customer.id, action);
      await simulator.control.settled();
    }
    const heard = (await updates()).flatMap((update) => (update?.type === 'message' ? update.content : []));
    expect(heard).toMatchObject([
      { kind: 'choice', id: 'bk:abc:move' },
      { kind: 'choice', id: 'slot:1', title: '06:00' },
      { kind: 'location', latitude: 13, name: 'Home' },
      { kind: 'media', media: 'voice' },
      { kind: 'media', media: 'image', caption: 'the receipt' },
      { kind: 'contacts' },
      { kind: 'reaction', emoji: '👍' },
      { kind: 'unsupported', what: 'poll' },
    ]);
    const picture = heard[4];
    const file = await adapter.fetchMedia(connection, picture?.kind === 'media' ? picture.mediaId : '');
    expect(file.mimeType).toBe('image/png');
    expect(file.bytes.length).toBeGreaterThan(50);
  });
});

it('says what Twilio says: nobody there, nobody like that, a wrong token', async () => {
  const request = { message: { kind: 'text', body: 'hi' } as const, opaque: 'row-1' };
  const { externalId } = await adapter.send(connection, { ...request, to: { waId: '919999999999' } });
  expect(await updates()).toMatchObject([
    { type: 'status', status: 'failed', externalId, opaque: 'row-1', failure: { code: 63016 } },
  ]);
  const wrong = { ...connection, authToken: 'other' };
  await expect(adapter.send(wrong, { ...request, to: { waId: '919999999999' } })).rejects.toMatchObject({
    kind: 'channel-blocked',
    providerCode: 20003,
  });
});

const definitions: TemplateDefinition[] = [
  {
    name: 'all_in_one',
    language: 'ta',
    category: 'utility',
    header: 'நேரம் {{place}}',
    body: 'வணக்கம் {{customer}}, {{when}} உங்கள் நேரம்.',
    samples: { customer: 'அன்பு', when: 'சனி 28 நவ', place: 'சென்னை' },
    footer: 'Neram',
    buttons: [
      { type: 'quick-reply', title: 'மாற்ற' },
      { type: 'url', title: 'Open', url: 'https://neram.test/b/{{1}}', sample: 'https://neram.test/b/abc' },
    ],
  },
  {
    name: 'only_text',
    language: 'en',
    category: 'utility',
    body: 'Hello {{customer}}, see you.',
    samples: { customer: 'Anbu' },
    buttons: [],
  },
];

it.each(definitions)('submits $name, sends it once approved, and takes it away', async (template) => {
  const one = createTwilio({ timeoutMs: 2000 });
  const submitted = await one.templates?.submit(connection, template);
  expect(submitted?.status).toBe('pending');
  const listed = await one.templates?.list(connection);
  expect(listed?.find(({ name }) => name === template.name)).toMatchObject({
    externalId: submitted?.externalId,
    status: 'approved',
    category: 'utility',
  });
  const customer = simulator.control.createCustomer({ name: 'Anbu', identity: 'phone' });
  const framed = template.header !== undefined;
  await one.send(connection, {
    to: { waId: customer.waId ?? '' },
    opaque: 'row-1',
    message: {
      kind: 'template',
      name: template.name,
      language: template.language,
      ...(framed && { header: 'சென்னை' }),
      body: framed ? { when: 'சனி', customer: 'அன்பு' } : { customer: 'Anbu' },
      ...(framed && {
        buttons: [
          { type: 'quick-reply', index: 0, payload: 'bk:abc:move' },
          { type: 'url', index: 1, suffix: 'xyz' },
        ],
      }),
    },
  });
  expect(simulator.control.messages(customer.id).at(-1)?.content).toMatchObject(
    framed
      ? {
          header: 'நேரம் சென்னை',
          body: 'வணக்கம் அன்பு, சனி உங்கள் நேரம்.',
          footer: 'Neram',
          buttons: [{ payload: 'bk:abc:move' }, { url: 'https://neram.test/b/xyz' }],
        }
      : { body: 'Hello Anbu, see you.' },
  );
  // A change is a new version; ours is still one template.
  await one.templates?.submit(connection, template);
  expect((await one.templates?.list(connection))?.filter(({ name }) => name === template.name)).toHaveLength(
    1,
  );
  await one.templates?.remove(connection, template.name);
  expect((await one.templates?.list(connection))?.map(({ name }) => name)).not.toContain(template.name);
});
