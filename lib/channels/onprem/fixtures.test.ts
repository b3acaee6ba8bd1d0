import { expect, it } from 'vitest';
import type { InboundContent, InboundMessage, InboundUpdate, StatusUpdate } from '../../messaging/types';
import { onpremFixtures } from '../../testing/onprem-fixtures';
import { read } from '../meta/read';
import { split } from './split';

const ours = 'gBEGkYiEB1VXAglK1ZEqA1YKPrU';
const anbu = { waId: '919876500001', profileName: 'Anbu' };
const sentAt = new Date(1_795_413_600_000);

type Expected = { kind: string; sender: string; update: InboundUpdate | null };

const message = (n: number, content: InboundContent, more: Partial<InboundMessage> = {}): Expected => ({
  kind: 'message',
  sender: anbu.waId,
  update: {
    type: 'message',
    externalId: `ABGGFlCGg0cvAgo-sJQh43L5Pe${String(n).padStart(3, '0')}`,
    sender: anbu,
    sentAt,
    content,
    ...more,
  },
});
const status = (update: Partial<StatusUpdate> | null): Expected => ({
  kind: 'status',
  sender: anbu.waId,
  update: update && {
    type: 'status',
    externalId: ours,
    status: 'sent',
    at: new Date(1_795_413_605_000),
    recipient: { waId: anbu.waId },
    ...update,
  },
});
const file = (media: 'image' | 'audio' | 'voice' | 'document', mimeType: string, caption?: string) =>
  ({
    kind: 'media',
    media,
    mediaId: 'b1c68f38-8734-4ad3-b4a1-ef0c10d683',
    mimeType,
    ...(caption !== undefined && { caption }),
  }) as const;
const batched = (n: number, text: string): Expected => ({
  kind: 'message',
  sender: anbu.waId,
  update: {
    type: 'message',
    externalId: `b${n}`,
    sender: anbu,
    sentAt: new Date(1_795_413_600_000 + n * 1000),
    content: { kind: 'text', text },
  },
});

const expectations: Record<string, Expected[]> = {
  text: [message(1, { kind: 'text', text: 'நாளை மாலை 6 மணிக்கு court வேணும்' })],
  'text-reply': [message(2, { kind: 'text', text: 'this one please' }, { replyTo: ours })],
  'button-reply': [message(3, { kind: 'choice', id: 'hold:abc:yes', title: 'Confirm' }, { replyTo: ours })],
  'list-reply': [message(4, { kind: 'choice', id: 'slot:1', title: '06:00–07:00' }, { replyTo: ours })],
  'template-button': [
    message(5, { kind: 'choice', id: 'bk:abc:confirm', title: 'Confirm' }, { replyTo: ours }),
  ],
  image: [message(6, file('image', 'image/jpeg', 'the receipt'))],
  audio: [message(7, file('audio', 'audio/mpeg'))],
  voice: [message(8, file('voice', 'audio/ogg; codecs=opus'))],
  document: [message(9, file('document', 'application/pdf', 'last report'))],
  location: [
    message(10, {
      kind: 'location',
      latitude: 13.0418,
      longitude: 80.2341,
      name: 'Panagal Park',
      address: 'T. Nagar, Chennai',
    }),
  ],
  contacts: [message(11, { kind: 'contacts', phones: ['+919876500002'] })],
  system: [message(12, { kind: 'number-changed', newWaId: '919876500009' })],
  'unknown-type': [message(13, { kind: 'unsupported', what: 'unknown' })],
  'status-sent': [status({ pricing: { category: 'service', billable: true } })],
  'status-delivered': [status({ status: 'delivered' })],
  'status-read': [status({ status: 'read' })],
  'status-deleted': [status(null)],
  'status-marked': [status({ status: 'delivered', opaque: '0198a1b2-0000-7000-8000-000000000042' })],
  'status-failed': [
    status({
      status: 'failed',
      failure: {
        code: 470,
        title: 'Failed to send message because you are outside the support window for freeform messages',
      },
    }),
  ],
  errors: [{ kind: 'account', sender: 'account', update: null }],
  batch: [batched(1, 'first'), batched(2, 'second'), status({ status: 'read' })],
};

it('expects something of every recorded webhook', () => {
  expect([...onpremFixtures.keys()].sort()).toEqual(Object.keys(expectations).sort());
});

it.each([...onpremFixtures])('reads %s', (name, body) => {
  const events = split(new TextEncoder().encode(body)) ?? [];
  // As the database gives it back.
  const updates = events.map(({ kind, senderKey: sender, payload }) => ({
    kind,
    sender,
    update: read(JSON.parse(JSON.stringify(payload))),
  }));
  expect(updates).toEqual(expectations[name]);
});
