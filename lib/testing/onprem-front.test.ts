import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createOnPremises } from '../channels/onprem/adapter';
import type { InboundUpdate, OutboundMessage } from '../messaging/types';
import { onpremFront } from '../simulator/fronts/onprem';
import type { PhoneAction } from '../simulator/phone-schema';
import { type RunningSimulator, startSimulator } from '../simulator/server';
import { type HttpStub, startHttpStub } from './http-stub';
import { onpremConnection } from './onprem-fixtures';

// The stand-in judges what it is sent by the On-Premises documents, not by our code: whatever both agree on was understood twice.

let now = new Date('2026-11-24T06:00:00Z');
const adapter = createOnPremises({ timeoutMs: 2000, now: () => now });
let receiver: HttpStub;
let simulator: RunningSimulator;
let connection = onpremConnection;

beforeAll(async () => {
  receiver = await startHttpStub();
  const { username, password, webhookToken } = onpremConnection;
  simulator = await startSimulator({
    port: 0,
    now: () => now,
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
    retryDelaysMs: [1],
    throughputPerSecond: Infinity,
    pairRate: false,
    front: onpremFront({ username, password }),
    webhook: {
      url: `${receiver.url}/hook?token=${webhookToken}`,
      appSecret: 'x',
      accessToken: 'x',
      phoneNumberId: '1',
      wabaId: '2',
      displayPhone: '+91 98400 00001',
    },
  });
  connection = { ...onpremConnection, apiUrl: simulator.url };
});
beforeEach(() => {
  simulator.control.reset();
  receiver.requests.splice(0);
});
afterAll(async () => {
  await simulator.close();
  await receiver.close();
});

async function updates(): Promise<(InboundUpdate | null)[]> {
  await simulator.control.settled();
  return receiver.requests.flatMap(({ body, path }) => {
    const bytes = new TextEncoder().encode(body);
    const query = new URL(path, 'http://localhost').searchParams;
    expect(adapter.verifySignature(connection, bytes, { headers: new Headers(), query })).toBe(true);
    return (adapter.split(connection, bytes) ?? []).map(({ payload }) => adapter.read(payload));
  });
}

const messages: OutboundMessage[] = [
  { kind: 'text', body: 'த'.repeat(4096) },
  { kind: 'buttons', header: 'Court', body: 'சரியா?', footer: '₹600', buttons: [{ id: 'y', title: 'ஆமா' }] },
  {
    kind: 'list',
    body: 'Saturday',
    opener: 'See',
    sections: [{ rows: [{ id: 'a', title: '06:00', description: '₹400 · 3 courts left' }] }],
  },
  { kind: 'link', body: 'Your booking', label: 'Open', url: 'https://neram.test/b/1' },
  { kind: 'location', latitude: 13.0418, longitude: 80.2341, name: 'Neram', address: 'T. Nagar' },
  { kind: 'document', url: 'https://neram.test/r/1', filename: 'Receipt-1.pdf', caption: 'ரசீது' },
  { kind: 'image', url: 'https://neram.test/pay/1/qr.png', caption: '₹400' },
  { kind: 'template', name: 'hello_world', language: 'en_US', body: [] },
];

const meet = () => {
  const customer = simulator.control.createCustomer({ name: 'Anbu', identity: 'both' });
  simulator.control.act(customer.id, { type: 'text', body: 'வணக்கம்' });
  return { customer, to: { waId: customer.waId ?? '' } };
};

it.each(messages.map((message, n) => [`${message.kind} (${n})`, message] as const))(
  'sends %s, and its statuses come back under its id',
  async (_name, message) => {
    const { to } = meet();
    await updates();
    const receipt = await adapter.send(connection, { to, message, opaque: 'row-1' });
    const statuses = (await updates()).filter((update) => update?.type === 'status');
    expect(statuses).toHaveLength(2);
    for (const status of statuses) expect(status).toMatchObject({ externalId: receipt.externalId });
  },
);

it('understands whatever a customer does, fetches their file, and shows it was read', async () => {
  const { customer, to } = meet();
  await adapter.send(connection, { to, message: messages[1] ?? { kind: 'text', body: '' }, opaque: 'row-1' });
  const received = simulator.control.messages(customer.id).at(-1)?.id ?? '';
  await updates();
  receiver.requests.splice(0);
  const actions: PhoneAction[] = [
    { type: 'tap-button', messageId: received, buttonId: 'y' },
    { type: 'location', latitude: 13, longitude: 80 },
    { type: 'media', media: 'voice' },
    { type: 'contact', name: 'Meena', phone: '+919876500002' },
    { type: 'unsupported', what: 'poll' },
  ];
  for (const action of actions) {
    simulator.control.act(customer.id, action);
    await simulator.control.settled();
  }
  const heard = (await updates()).flatMap((update) => (update?.type === 'message' ? update : []));
  expect(heard.map(({ content }) => content)).toMatchObject([
    { kind: 'choice', id: 'y' },
    { kind: 'location', latitude: 13 },
    { kind: 'media', media: 'voice' },
    { kind: 'contacts', phones: ['+919876500002'] },
    { kind: 'unsupported', what: 'poll' },
  ]);
  const voice = heard[2]?.content;
  const file = await adapter.fetchMedia(connection, voice?.kind === 'media' ? voice.mediaId : '');
  expect(file.mimeType).toBe('audio/ogg');
  await adapter.markRead(connection, heard[0]?.externalId ?? '', { typing: false });
  expect(simulator.control.messages(customer.id).find(({ id }) => id === heard[0]?.externalId)?.status).toBe(
    'read',
  );
});

it('asks for somebody who never wrote before it writes to them', async () => {
  const customer = simulator.control.createCustomer({ name: 'Ravi', identity: 'phone' });
  const message: OutboundMessage = { kind: 'template', name: 'hello_world', language: 'en_US', body: [] };
  const request = { message, opaque: 'row-1' };
  const to = { waId: customer.waId ?? '' };
  await adapter.send(connection, { ...request, to });
  expect(simulator.control.messages(customer.id)).toHaveLength(1);
  await expect(adapter.send(connection, { ...request, to: { waId: '919999999999' } })).rejects.toMatchObject({
    kind: 'unreachable',
  });
});

it('outlives the end of its login', async () => {
  const { to } = meet();
  const request = { to, message: { kind: 'text', body: 'hi' } as const, opaque: 'row-1' };
  await adapter.send(connection, request);
  now = new Date(now.getTime() + 8 * 24 * 60 * 60_000);
  await expect(adapter.send(connection, request)).rejects.toMatchObject({
    kind: 'window-closed',
    providerCode: 470,
  });
  await expect(adapter.send({ ...connection, password: 'other' }, request)).rejects.toMatchObject({
    kind: 'channel-blocked',
  });
});

it('has events brought here', async () => {
  expect((await adapter.check(connection)).at(-1)).toMatchObject({ code: 'webhook-none' });
  await adapter.setWebhook?.(connection);
  expect(await adapter.check(connection)).toMatchObject([
    { code: 'token-good' },
    { code: 'number-good' },
    { code: 'webhook-good' },
  ]);
});
