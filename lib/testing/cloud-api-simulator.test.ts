import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCloudApi } from '../channels/cloud-api/adapter';
import type { SendRequest } from '../channels/types';
import type { InboundUpdate, OutboundMessage } from '../messaging/types';
import type { PhoneAction } from '../simulator/phone-schema';
import { type RunningSimulator, startSimulator } from '../simulator/server';
import { cloudApiConnection } from './cloud-api-fixtures';
import { type HttpStub, startHttpStub } from './http-stub';

// The stand-in judges payloads by Meta's documents, not by our code: whatever both agree on was understood twice.

const adapter = createCloudApi({ timeoutMs: 2000 });
let receiver: HttpStub;
let simulator: RunningSimulator;
let connection = cloudApiConnection;

beforeAll(async () => {
  receiver = await startHttpStub();
  const { appSecret, accessToken, phoneNumberId } = cloudApiConnection;
  simulator = await startSimulator({
    port: 0,
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
    retryDelaysMs: [1],
    throughputPerSecond: Infinity,
    webhook: {
      url: `${receiver.url}/hook`,
      appSecret,
      accessToken,
      phoneNumberId,
      wabaId: '200000000000001',
      displayPhone: '+91 44 4000 0001',
    },
  });
  connection = { ...cloudApiConnection, apiUrl: simulator.url };
});
beforeEach(() => {
  simulator.control.reset();
  receiver.requests.splice(0);
});
afterAll(async () => {
  await simulator.close();
  await receiver.close();
});

/** All that arrived at our webhook, each body checked for its signature. */
async function updates(): Promise<(InboundUpdate | null)[]> {
  await simulator.control.settled();
  return receiver.requests.flatMap(({ body, headers }) => {
    const bytes = new TextEncoder().encode(body);
    const given = {
      headers: new Headers({ 'x-hub-signature-256': String(headers['x-hub-signature-256']) }),
      query: new URLSearchParams(),
    };
    expect(adapter.verifySignature(connection, bytes, given)).toBe(true);
    return (adapter.split(connection, bytes) ?? []).map(({ payload }) => adapter.read(payload));
  });
}

const messages: OutboundMessage[] = [
  { kind: 'text', body: 'த'.repeat(4096) },
  {
    kind: 'buttons',
    header: 'ஆடுகளம் 2',
    body: 'சனி, 28 நவ · மாலை 6:00 – 7:00',
    footer: '₹600',
    buttons: [
      { id: 'hold:a:yes', title: 'உறுதி செய்' },
      { id: 'hold:a:no', title: 'ரத்து' },
    ],
  },
  {
    kind: 'list',
    body: 'Saturday 28 November',
    opener: 'See times',
    sections: [
      { title: 'Morning', rows: [{ id: 'a', title: '06:00', description: '₹400 · 3 courts left' }] },
      { title: 'Evening', rows: [{ id: 'b', title: '18:00' }] },
    ],
  },
  { kind: 'list', body: 'One section', opener: 'See', sections: [{ rows: [{ id: 'a', title: '06:00' }] }] },
  { kind: 'link', body: 'Your booking', label: 'Open', url: 'https://neram.test/b/1' },
  { kind: 'location', latitude: 13.0418, longitude: 80.2341, name: 'Neram', address: 'T. Nagar' },
  { kind: 'document', url: 'https://neram.test/r/1', filename: 'Receipt-1.pdf', caption: 'ரசீது' },
  { kind: 'image', url: 'https://neram.test/pay/1/qr.png', caption: '₹400' },
  { kind: 'template', name: 'hello_world', language: 'en_US', body: [] },
  {
    kind: 'template',
    name: 'booking_reminder',
    language: 'ta',
    body: { customer: 'அன்பு', what: 'ஆடுகளம் 2', when: 'சனி 28 நவ, மாலை 6:00' },
    buttons: [{ type: 'quick-reply', index: 0, payload: 'bk:abc:move' }],
  },
];

describe.each(['both', 'bsuid', 'phone'] as const)('a customer known by %s', (identity) => {
  const meet = () => {
    const customer = simulator.control.createCustomer({ name: 'Anbu', identity });
    simulator.control.act(customer.id, { type: 'text', body: 'வணக்கம்' });
    return customer;
  };
  const sendTo = async (message: OutboundMessage, change: Partial<SendRequest> = {}) => {
    const customer = meet();
    const heard = (await updates()).find((update) => update?.type === 'message');
    const to = heard?.type === 'message' ? heard.sender : {};
    return { customer, receipt: await adapter.send(connection, { to, message, opaque: 'row-1', ...change }) };
  };

  it.each(messages.map((message, n) => [`${message.kind} (${n})`, message] as const))(
    'gets %s, and its statuses come back with our mark',
    async (_name, message) => {
      const { receipt } = await sendTo(message);
      const statuses = (await updates()).filter((update) => update?.type === 'status');
      expect(statuses.length).toBeGreaterThan(0);
      for (const status of statuses)
        expect(status).toMatchObject({ externalId: receipt.externalId, opaque: 'row-1' });
    },
  );

  it('is understood whatever they do', async () => {
    const { customer, receipt } = await sendTo(messages[1] ?? { kind: 'text', body: '' });
    const actions: PhoneAction[] = [
      { type: 'tap-button', messageId: receipt.externalId, buttonId: 'hold:a:yes' },
      { type: 'reply', as: 'row', id: 'slot:1', title: '06:00' },
      { type: 'reply', as: 'template', id: 'bk:1', title: 'Confirm' },
      { type: 'location', latitude: 13.04, longitude: 80.23 },
      { type: 'media', media: 'voice' },
      { type: 'media', media: 'image', caption: 'receipt' },
      { type: 'contact', name: 'Meena', phone: '+91 98765 00002' },
      { type: 'reaction', messageId: receipt.externalId, emoji: '👍' },
      { type: 'unsupported', what: 'poll' },
    ];
    for (const action of actions) {
      simulator.control.act(customer.id, action);
      // Webhooks of one moment may overtake one another.
      await simulator.control.settled();
    }
    const contents = (await updates()).flatMap((update) =>
      update?.type === 'message' ? update.content : [],
    );
    expect(contents).toMatchObject([
      { kind: 'text', text: 'வணக்கம்' },
      { kind: 'choice', id: 'hold:a:yes', title: 'உறுதி செய்' },
      { kind: 'choice', id: 'slot:1', title: '06:00' },
      { kind: 'choice', id: 'bk:1', title: 'Confirm' },
      { kind: 'location', latitude: 13.04, longitude: 80.23 },
      { kind: 'media', media: 'voice' },
      { kind: 'media', media: 'image', caption: 'receipt' },
      { kind: 'contacts' },
      { kind: 'reaction', messageId: receipt.externalId, emoji: '👍' },
      { kind: 'unsupported', what: 'poll' },
    ]);
  });

  it('sees that their message was read', async () => {
    const customer = simulator.control.createCustomer({ name: 'Anbu', identity });
    const wamid = simulator.control.act(customer.id, { type: 'text', body: 'hi' });
    for (const typing of [true, false]) await adapter.markRead(connection, wamid, { typing });
  });

  it('is not reached when the provider refuses or falls silent', async () => {
    simulator.control.misbehave({ refuseNext: { code: 131056, times: 1 } });
    await expect(sendTo({ kind: 'text', body: 'hi' })).rejects.toMatchObject({ kind: 'rate-limited' });
    simulator.control.misbehave({ dropAnswers: 1 });
    await expect(sendTo({ kind: 'text', body: 'hi' })).rejects.toMatchObject({ kind: 'unknown-outcome' });
  });

  it('P22 learns of a failed delivery with its reason', async () => {
    simulator.control.misbehave({ failNext: { code: 131026, times: 1 } });
    await sendTo({ kind: 'text', body: 'hi' });
    const failed = (await updates()).find(
      (update) => update?.type === 'status' && update.status === 'failed',
    );
    expect(failed).toMatchObject({ opaque: 'row-1', failure: { code: 131026 } });
  });
});
