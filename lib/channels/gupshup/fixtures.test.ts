import { expect, it } from 'vitest';
import type { InboundContent, InboundMessage, InboundUpdate, StatusUpdate } from '../../messaging/types';
import { gupshupFixtures } from '../../testing/gupshup-fixtures';
import { gupshupConnection } from '../../testing/provider-connections';
import type { ParsedEvent } from '../types';
import { read } from './read';
import { split } from './split';

const gsId = 'ee4a68a0-1203-4c85-8dc3-49d0b3226a35';
const wamid = 'gBEGkYiEB1VXAglK1ZEqA1YKPrU';
const anbu = { waId: '919876500001', bsuid: 'IN.1648738043044942', profileName: 'Anbu' };
const address = 'https://filemanager.gupshup.io/wa/1111/wa/media/aabbcc?fileName=&download=false';

type Expected = { key: string | RegExp; kind: ParsedEvent['kind']; update: InboundUpdate | null };

const message = (n: number, content: InboundContent, more: Partial<InboundMessage> = {}): Expected => {
  const externalId = `wamid.HBgMOTE5ODc2NTAwMDAxFQIAEhg${String(n).padStart(3, '0')}AA==`;
  const update: InboundMessage = {
    type: 'message',
    externalId,
    sender: anbu,
    sentAt: new Date('2026-11-23T06:00:00Z'),
    content,
    ...more,
  };
  return { key: `m:${externalId}`, kind: 'message', update };
};
const status = (value: string, update: Partial<StatusUpdate> | null, id = gsId): Expected => ({
  key: `s:${id}:${value}`,
  kind: 'status',
  update: update && {
    type: 'status',
    externalId: id,
    status: 'sent',
    at: new Date('2026-11-23T06:00:05Z'),
    recipient: { waId: anbu.waId, bsuid: anbu.bsuid },
    ...update,
  },
});
const account: Expected = { key: /^a:/, kind: 'account', update: null };
const unknown: Expected = { key: /^u:/, kind: 'unknown', update: null };
const file = (media: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker', mimeType: string) => ({
  kind: 'media' as const,
  media,
  mediaId: address,
  mimeType,
});
const toPhone = { waId: anbu.waId };

const expected: Record<string, Expected> = {
  text: message(1, { kind: 'text', text: 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்' }),
  'text-reply': message(2, { kind: 'text', text: 'ok' }, { replyTo: gsId }),
  image: message(3, { ...file('image', 'image/jpeg'), caption: 'Receipt' }),
  video: message(4, file('video', 'video/mp4')),
  audio: message(5, file('audio', 'audio/mpeg')),
  voice: message(6, file('voice', 'audio/ogg; codecs=opus')),
  file: message(7, file('document', 'application/pdf')),
  sticker: message(8, file('sticker', 'image/webp')),
  location: message(9, { kind: 'location', latitude: 13.0418, longitude: 80.2341 }),
  contact: message(10, { kind: 'contacts', phones: ['+91 98765 00002'] }),
  'button-reply': message(11, { kind: 'choice', id: 'hold:abc:yes', title: 'Confirm' }, { replyTo: gsId }),
  'list-reply': message(12, { kind: 'choice', id: 'slot:abc', title: '06:00' }, { replyTo: gsId }),
  'template-button': message(
    13,
    { kind: 'choice', id: 'bk:abc:move', title: 'Reschedule' },
    { replyTo: gsId },
  ),
  'template-button-bare': message(
    14,
    { kind: 'choice', id: 'Reschedule', title: 'Reschedule' },
    { replyTo: gsId },
  ),
  'unknown-type': message(15, { kind: 'unsupported', what: 'poll_creation' }),
  'bsuid-only': message(
    51,
    { kind: 'text', text: 'hi' },
    { sender: { bsuid: 'IN.7712345678901234', profileName: 'Kavya' } },
  ),
  'other-app': unknown,
  'no-sender': unknown,
  'status-enqueued': status('enqueued', null),
  'status-sent': status('sent', { pricing: { category: 'service', type: 'regular' } }),
  'status-delivered': status('delivered', { status: 'delivered' }),
  'status-read': status('read', { status: 'read' }),
  'status-delivered-late': status('delivered', { status: 'delivered', recipient: toPhone }, wamid),
  'status-failed': status('failed', {
    status: 'failed',
    recipient: toPhone,
    failure: { code: 1002, title: 'Number Does Not Exists On WhatsApp' },
  }),
  'status-failed-later': status('failed', {
    status: 'failed',
    recipient: toPhone,
    failure: { code: 131026, title: 'Message Undeliverable.' },
  }),
  'status-deleted': status('deleted', null),
  'user-event': account,
  'template-event': {
    ...account,
    update: {
      type: 'template',
      name: 'booking_reminder',
      language: 'ta',
      status: 'rejected',
      reason: 'INVALID_FORMAT',
    },
  },
  'account-event': {
    ...account,
    update: {
      type: 'account',
      what: 'tier-event',
      detail: 'currentTier TIER_2K, oldTier TIER_250',
      tier: 'TIER_2K',
    },
  },
  'billing-event': account,
  'platform-event': account,
  'v3-text': message(1, { kind: 'text', text: 'வணக்கம்' }),
  'v3-list-reply': message(61, { kind: 'choice', id: 'slot:abc', title: '06:00' }, { replyTo: gsId }),
  'v3-flow-reply': message(62, { kind: 'flow-reply', token: 't1', data: { name: 'Anbu' } }),
  'v3-image': message(63, {
    ...file('image', 'image/jpeg'),
    mediaId: 'https://filemanager.gupshup.io/wa/1111/wa/media/ddeeff?download=false',
    caption: 'Receipt',
  }),
  'v3-status-enqueued': status('enqueued', null),
  'v3-status-delivered': status('delivered', {
    status: 'delivered',
    pricing: { category: 'service', billable: true, type: 'regular' },
  }),
  'v3-status-failed': status('failed', {
    status: 'failed',
    recipient: toPhone,
    failure: { code: 131047, title: 'Re-engagement message', detail: 'More than 24 hours have passed.' },
  }),
  'v3-other-app': unknown,
  'v3-platform-event': account,
};

it('every fixture has its expectation', () => {
  expect(Object.keys(expected).sort()).toEqual([...gupshupFixtures.keys()].sort());
});

it.each([...gupshupFixtures])('%s', (name, body) => {
  const events = split(gupshupConnection, new TextEncoder().encode(body)) ?? [];
  const want = expected[name];
  expect(events).toHaveLength(1);
  const [event] = events;
  expect(event?.kind).toBe(want?.kind);
  expect(event?.eventKey).toMatch(
    want?.key instanceof RegExp
      ? want.key
      : new RegExp(`^${(want?.key ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
  );
  expect(read(JSON.parse(JSON.stringify(event?.payload)))).toEqual(want?.update);
});

it('what comes in both versions comes once', () => {
  const keyOf = (name: string) =>
    split(gupshupConnection, new TextEncoder().encode(gupshupFixtures.get(name) ?? ''))?.[0]?.eventKey;
  expect(keyOf('v3-text')).toBe(keyOf('text'));
  expect(keyOf('v3-status-delivered')).toBe(keyOf('status-delivered'));
});
