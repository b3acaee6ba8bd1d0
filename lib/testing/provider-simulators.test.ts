import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createD360 } from '../channels/d360/adapter';
import { createGupshup } from '../channels/gupshup/adapter';
import { withNumbers } from '../channels/gupshup/numbered-places';
import type { ChannelAdapter, ChannelConnection } from '../channels/types';
import type { InboundUpdate, OutboundMessage } from '../messaging/types';
import { d360Front } from '../simulator/fronts/d360';
import { gupshupFront } from '../simulator/fronts/gupshup';
import type { ProviderFront } from '../simulator/fronts/types';
import type { PhoneAction } from '../simulator/phone-schema';
import { type RunningSimulator, startSimulator } from '../simulator/server';
import { approvedTemplates } from '../simulator/templates';
import { type HttpStub, startHttpStub } from './http-stub';
import { d360Connection, gupshupConnection } from './provider-connections';

// Each stand-in judges by its provider's documents, not by our code: whatever both agree on was understood twice.

type Side = {
  name: string;
  front: () => ProviderFront;
  adapter: ChannelAdapter;
  connection: ChannelConnection;
  query: string;
  numbered: boolean;
};

const { apiKey, appName: app, appId, webhookToken } = gupshupConnection;
// An adapter is only ever handed connections of its own provider here.
const gupshup = {
  adapter: createGupshup({ timeoutMs: 2000 }) as ChannelAdapter,
  connection: gupshupConnection,
  query: `?token=${webhookToken}`,
  numbered: true,
};
const sides: Side[] = [
  {
    name: '360dialog',
    front: () => d360Front(d360Connection),
    adapter: createD360({ timeoutMs: 2000 }),
    connection: d360Connection,
    query: '',
    numbered: false,
  },
  ...([2, 3] as const).map((version) => ({
    ...gupshup,
    name: `Gupshup, version ${version}`,
    front: () => gupshupFront({ apiKey, app, appId, version }),
  })),
];

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
    header: 'Pick a time',
    body: 'Saturday 28 November',
    footer: 'Prices include GST',
    opener: 'See times',
    sections: [
      { title: 'Morning', rows: [{ id: 'a', title: '06:00 🏸', description: '₹400 · 3 courts left' }] },
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
    body: { when: 'சனி 28 நவ, மாலை 6:00', what: 'ஆடுகளம் 2', customer: 'அன்பு' },
    buttons: [{ type: 'quick-reply', index: 0, payload: 'bk:abc:move' }],
  },
];

describe.each(sides)(
  '$name, as its stand-in plays it',
  ({ front, adapter, connection: at, query, numbered }) => {
    let receiver: HttpStub;
    let simulator: RunningSimulator;
    let connection = at;
    let now = new Date('2026-11-23T06:00:00Z');

    beforeAll(async () => {
      receiver = await startHttpStub();
      simulator = await startSimulator({
        port: 0,
        now: () => now,
        statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
        retryDelaysMs: [1],
        throughputPerSecond: Infinity,
        front: front(),
        templates: approvedTemplates.map((template) =>
          numbered ? { ...template, body: withNumbers(template.body) } : template,
        ),
        webhook: {
          url: `${receiver.url}/hook${query}`,
          appSecret: 'theirs',
          accessToken: 'theirs',
          phoneNumberId: d360Connection.phoneNumberId,
          wabaId: '200000000000001',
          displayPhone: '+914423456789',
        },
      });
      connection = { ...at, apiUrl: simulator.url };
    });
    beforeEach(() => {
      now = new Date('2026-11-23T06:00:00Z');
      simulator.control.reset();
      receiver.requests.splice(0);
    });
    afterAll(async () => {
      await simulator.close();
      await receiver.close();
    });

    /** All that arrived at our webhook, each body checked for its proof. */
    const updates = async (): Promise<InboundUpdate[]> => {
      await simulator.control.settled();
      return receiver.requests.flatMap(({ body, headers, path }) => {
        const bytes = new TextEncoder().encode(body);
        const proof = {
          headers: new Headers(headers as Record<string, string>),
          query: new URL(path, 'http://localhost').searchParams,
        };
        expect(adapter.verifySignature(connection, bytes, proof)).toBe(true);
        return (adapter.split(connection, bytes) ?? []).flatMap(({ payload }) => adapter.read(payload) ?? []);
      });
    };
    const meet = () => {
      const customer = simulator.control.createCustomer({ name: 'Anbu', identity: 'both' });
      simulator.control.act(customer.id, { type: 'text', body: 'வணக்கம்' });
      return customer;
    };
    const sendTo = async (message: OutboundMessage) => {
      const customer = meet();
      const receipt = await adapter.send(connection, {
        to: { waId: customer.waId ?? '' },
        message,
        opaque: 'row-1',
      });
      return { customer, receipt };
    };

    it.each(messages.map((message, n) => [`${message.kind} (${n})`, message] as const))(
      'takes %s, and its statuses are found by the receipt’s id',
      async (_name, message) => {
        const { customer, receipt } = await sendTo(message);
        const statuses = (await updates()).filter((update) => update.type === 'status');
        expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
        for (const status of statuses) expect(status.externalId).toBe(receipt.externalId);
        const shown = simulator.control.messages(customer.id).at(-1)?.content;
        if (message.kind === 'template' && typeof message.body === 'object' && !Array.isArray(message.body))
          expect(shown).toMatchObject({ body: expect.stringContaining('வணக்கம் அன்பு') as unknown });
      },
    );

    it('is understood whatever a customer does, and knows which message they answer', async () => {
      const { customer, receipt } = await sendTo(messages[1] ?? { kind: 'text', body: '' });
      const wamid = simulator.control.messages(customer.id).at(-1)?.id ?? '';
      const actions: PhoneAction[] = [
        { type: 'tap-button', messageId: wamid, buttonId: 'hold:a:yes' },
        { type: 'reply', as: 'row', id: 'slot:1', title: '06:00' },
        { type: 'reply', as: 'template', id: 'bk:1', title: 'Confirm' },
        { type: 'location', latitude: 13.04, longitude: 80.23 },
        { type: 'media', media: 'voice' },
        { type: 'media', media: 'document', caption: 'receipt' },
        { type: 'contact', name: 'Meena', phone: '+91 98765 00002' },
        { type: 'reaction', messageId: wamid, emoji: '👍' },
        { type: 'unsupported', what: 'poll' },
      ];
      for (const action of actions) {
        simulator.control.act(customer.id, action);
        await simulator.control.settled();
      }
      const heard = (await updates()).filter((update) => update.type === 'message');
      expect(heard.map(({ content }) => content)).toMatchObject([
        { kind: 'text', text: 'வணக்கம்' },
        { kind: 'choice', id: 'hold:a:yes', title: 'உறுதி செய்' },
        { kind: 'choice', id: 'slot:1', title: '06:00' },
        { kind: 'choice', id: 'bk:1', title: 'Confirm' },
        { kind: 'location', latitude: 13.04, longitude: 80.23 },
        { kind: 'media', media: 'voice' },
        { kind: 'media', media: 'document', caption: 'receipt' },
        { kind: 'contacts', phones: [expect.stringContaining('98765')] },
        { kind: 'reaction', emoji: '👍' },
        { kind: 'unsupported' },
      ]);
      expect(heard[1]?.replyTo).toBe(receipt.externalId);
    });

    it('sees that a message was read', async () => {
      const customer = simulator.control.createCustomer({ name: 'Anbu', identity: 'both' });
      const wamid = simulator.control.act(customer.id, { type: 'text', body: 'hi' });
      for (const typing of [true, false]) await adapter.markRead(connection, wamid, { typing });
      expect(simulator.control.counters().reads).toBe(2);
      simulator.control.reset();
    });

    it('refuses a wrong key, breaks off, and is asked to slow down', async () => {
      const customer = meet();
      const request = {
        to: { waId: customer.waId ?? '' },
        message: { kind: 'text', body: 'hi' },
        opaque: 'r',
      } as const;
      await expect(
        adapter.send({ ...connection, apiKey: 'wrong' } as ChannelConnection, request),
      ).rejects.toMatchObject({ kind: 'channel-blocked' });
      simulator.control.misbehave({ refuseNext: { code: 131056, times: 1 } });
      await expect(adapter.send(connection, request)).rejects.toMatchObject({ kind: 'rate-limited' });
      simulator.control.misbehave({ dropAnswers: 1 });
      await expect(adapter.send(connection, request)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    });

    it('P22 takes nothing but a template once 24 hours have passed, at once or by a status', async () => {
      const customer = meet();
      now = new Date(now.getTime() + 24 * 60 * 60 * 1000 + 1000);
      const to = { waId: customer.waId ?? '' };
      const text = { kind: 'text', body: 'hi' } as const;
      const outcome = await adapter
        .send(connection, { to, message: text, opaque: 'r' })
        .catch((e: unknown) => e);
      const later = (await updates()).find(
        (update) => update.type === 'status' && update.status === 'failed',
      );
      expect(later ?? outcome).toMatchObject(
        later?.type === 'status' ? { failure: { code: 1005 } } : { kind: 'window-closed' },
      );
      const template = messages.at(-1) ?? text;
      const receipt = await adapter.send(connection, { to, message: template, opaque: 'r' });
      expect((await updates()).at(-1)).toMatchObject({ externalId: receipt.externalId, status: 'delivered' });
    });

    it('keeps templates: submitted, listed, sent and taken away', async () => {
      const desk = adapter.templates;
      const submitted = await desk?.submit(connection, {
        name: 'court_closed',
        language: 'en',
        category: 'utility',
        header: 'Court closed',
        body: 'Hello {{who}}, {{court}} is closed on {{day}}. Sorry.',
        samples: { who: 'Anbu', court: 'Court 2', day: 'Sat 28 Nov' },
        footer: 'Reply STOP to opt out',
        buttons: [{ type: 'quick-reply', title: 'Other times' }],
      });
      expect(submitted).toMatchObject({ name: 'court_closed', status: 'pending' });
      expect(await desk?.list(connection)).toContainEqual(
        expect.objectContaining({ name: 'court_closed', language: 'en', status: 'approved' }),
      );
      const { customer } = await sendTo({
        kind: 'template',
        name: 'court_closed',
        language: 'en',
        body: { day: 'Sat', who: 'Anbu', court: 'Court 2' },
      });
      expect(simulator.control.messages(customer.id).at(-1)?.content).toMatchObject({
        body: 'Hello Anbu, Court 2 is closed on Sat. Sorry.',
      });
      await desk?.remove(connection, 'court_closed');
      await desk?.remove(connection, 'court_closed');
      expect((await desk?.list(connection))?.map(({ name }) => name)).not.toContain('court_closed');
    });

    it('refuses a template that Meta would not approve', async () => {
      const refused = adapter.templates?.submit(connection, {
        name: 'bad',
        language: 'en',
        category: 'utility',
        body: '{{who}} comes first',
        samples: { who: 'Anbu' },
        buttons: [],
      });
      await expect(refused).rejects.toMatchObject({ kind: 'rejected' });
    });
  },
);
