import { expect, it } from 'vitest';
import type { InboundContent, InboundMessage, InboundUpdate, StatusUpdate } from '../../messaging/types';
import { cloudApiConnection, cloudApiFixtures } from '../../testing/cloud-api-fixtures';
import type { ParsedEvent } from '../types';
import { read } from '../meta/read';
import { split } from '../meta/split';

const ours = 'wamid.HBgMOTE5ODc2NTAwMDAxFQIAERgSNERGOTIwNkQ5OTY5AA==';
const opaque = '0198a1b2-0000-7000-8000-000000000042';
const anbu = { waId: '919876500001', bsuid: 'IN.1648738043044942', profileName: 'Anbu' };
const kavya = { bsuid: 'IN.7712345678901234', username: '@kavya.r', profileName: 'Kavya' };
const pricing = { category: 'service', billable: true, type: 'regular' };

type Expected = {
  key: string | RegExp;
  kind: ParsedEvent['kind'];
  sender: string;
  update: InboundUpdate | null;
};

const message = (
  n: number,
  content: InboundContent,
  more: Partial<InboundMessage> = {},
  suffix = '',
): Expected => {
  const externalId = `wamid.HBgMOTE5ODc2NTAwMDAxFQIAEhg${String(n).padStart(3, '0')}AA==`;
  const sender = more.sender ?? anbu;
  const update: InboundMessage = {
    type: 'message',
    externalId,
    sender,
    sentAt: new Date('2026-11-23T06:00:00Z'),
    content,
    ...more,
  };
  return {
    key: `m:${externalId}${suffix}`,
    kind: 'message',
    sender: sender.bsuid ?? sender.waId ?? '',
    update,
  };
};
const silent = (n: number, sender: string): Expected => ({
  ...message(n, { kind: 'welcome' }),
  sender,
  update: null,
});
const status = (value: string, update: Partial<StatusUpdate> | null): Expected => ({
  key: `s:${ours}:${value}`,
  kind: 'status',
  sender: update?.recipient?.bsuid ?? anbu.bsuid,
  update: update && {
    type: 'status',
    externalId: ours,
    status: 'sent',
    at: new Date('2026-11-23T06:00:05Z'),
    recipient: { waId: anbu.waId, bsuid: anbu.bsuid },
    opaque,
    ...update,
  },
});
const account: Expected = { key: /^a:[0-9a-f]{64}$/, kind: 'account', sender: 'account', update: null };
const unknown: Expected = { key: /^u:[0-9a-f]{64}$/, kind: 'unknown', sender: 'account', update: null };
const file = (
  media: 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker',
  mediaId: string,
  mimeType: string,
) => ({ kind: 'media', media, mediaId, mimeType }) as const;
const batched = (n: number, sender: typeof anbu, text: string): Expected => ({
  key: `m:wamid.batch${n}`,
  kind: 'message',
  sender: sender.bsuid,
  update: {
    type: 'message',
    externalId: `wamid.batch${n}`,
    sender,
    sentAt: new Date(Date.UTC(2026, 10, 23, 6, 0, n)),
    content: { kind: 'text', text },
  },
});

const expectations: Record<string, Expected[]> = {
  text: [message(1, { kind: 'text', text: 'நாளை மாலை 6 மணிக்கு court வேணும்' })],
  'text-reply': [message(2, { kind: 'text', text: 'this one please' }, { replyTo: ours })],
  'text-forwarded': [message(3, { kind: 'text', text: 'Court 2 is free at 7' })],
  'button-reply': [message(4, { kind: 'choice', id: 'hold:abc:yes', title: 'Confirm' }, { replyTo: ours })],
  'list-reply': [
    message(5, { kind: 'choice', id: 'slot:2026-11-28T06:00', title: '06:00–07:00' }, { replyTo: ours }),
  ],
  'flow-reply': [
    message(
      6,
      { kind: 'flow-reply', token: 'ft_7Qm', data: { date: '2026-11-28', slot: '18:00' } },
      { replyTo: ours },
    ),
  ],
  'address-reply': [message(7, { kind: 'unsupported', what: 'address_message' }, { replyTo: ours })],
  'call-permission-reply': [
    message(8, { kind: 'unsupported', what: 'call_permission_reply' }, { replyTo: ours }),
  ],
  'template-button': [
    message(9, { kind: 'choice', id: 'bk:abc:confirm', title: 'Confirm' }, { replyTo: ours }),
  ],
  location: [
    message(10, {
      kind: 'location',
      latitude: 13.0418,
      longitude: 80.2341,
      name: 'Panagal Park',
      address: 'T. Nagar, Chennai',
    }),
  ],
  image: [message(11, { ...file('image', '1003383421387256', 'image/jpeg'), caption: 'the receipt' })],
  audio: [message(12, file('audio', '1003383421387257', 'audio/mpeg'))],
  voice: [message(13, file('voice', '1003383421387258', 'audio/ogg; codecs=opus'))],
  video: [message(14, file('video', '1003383421387259', 'video/mp4'))],
  document: [
    message(15, { ...file('document', '1003383421387260', 'application/pdf'), caption: 'last report' }),
  ],
  sticker: [message(16, file('sticker', '1003383421387261', 'image/webp'))],
  contacts: [message(17, { kind: 'contacts', phones: ['+919876500002', '044 2345 6789'] })],
  order: [message(18, { kind: 'order', text: 'one tube please' })],
  reaction: [message(19, { kind: 'reaction', messageId: ours, emoji: '👍' })],
  'reaction-removed': [message(20, { kind: 'reaction', messageId: ours, emoji: null })],
  edit: [message(21, { kind: 'edited' }, {}, ':edit')],
  revoke: [message(22, { kind: 'deleted' }, {}, ':revoke')],
  'system-number-changed': [
    message(
      23,
      {
        kind: 'number-changed',
        newWaId: '919876500009',
        newBsuid: 'IN.2000000000000009',
        previousBsuid: anbu.bsuid,
      },
      { sender: { waId: anbu.waId, bsuid: anbu.bsuid } },
    ),
  ],
  'system-number-changed-old-form': [
    message(24, { kind: 'number-changed', newWaId: '919876500009' }, { sender: { waId: anbu.waId } }),
  ],
  'system-user-id-changed': [
    message(
      25,
      { kind: 'number-changed', newBsuid: 'IN.2000000000000010', previousBsuid: anbu.bsuid },
      { sender: { bsuid: anbu.bsuid } },
    ),
  ],
  'system-identity-changed': [silent(26, anbu.bsuid)],
  'request-welcome': [message(27, { kind: 'welcome' })],
  unsupported: [message(28, { kind: 'unsupported', what: 'poll' })],
  'unsupported-old-form': [message(29, { kind: 'unsupported', what: 'unsupported' })],
  'media-failed': [message(30, { kind: 'unsupported', what: 'image' })],
  'unknown-type': [message(31, { kind: 'unsupported', what: 'hologram' })],
  referral: [
    message(
      32,
      { kind: 'text', text: 'Hi, is a court free today?' },
      { referral: { sourceType: 'ad', sourceId: '120226305854810726', headline: 'Badminton in T. Nagar' } },
    ),
  ],
  'group-message': [silent(33, anbu.bsuid)],
  'bsuid-only': [message(34, { kind: 'text', text: 'Book a doctor' }, { sender: kavya })],
  'bsuid-empty-from': [message(35, { kind: 'text', text: 'Book a doctor' }, { sender: kavya })],
  'phone-only': [
    message(36, { kind: 'text', text: 'hello' }, { sender: { waId: anbu.waId, profileName: 'Anbu' } }),
  ],
  'status-sent': [status('sent', { status: 'sent', pricing })],
  'status-delivered': [status('delivered', { status: 'delivered', pricing })],
  'status-read': [status('read', { status: 'read' })],
  'status-played': [status('played', { status: 'read' })],
  'status-failed': [
    status('failed', {
      status: 'failed',
      failure: {
        code: 131047,
        title: 'Re-engagement message',
        detail:
          'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      },
    }),
  ],
  'status-bsuid-only': [status('delivered', { status: 'delivered', recipient: { bsuid: kavya.bsuid } })],
  'status-unknown': [status('warning', null)],
  'status-payment': [
    {
      key: /^t:[0-9a-f]{64}$/,
      kind: 'status',
      sender: anbu.waId,
      update: { type: 'payment', reference: 'BK-7F3K-1', gatewayPaymentId: 'pay_QX2' },
    },
  ],
  errors: [account],
  'account-template-status': [
    {
      ...account,
      update: {
        type: 'template',
        name: 'booking_reminder',
        language: 'ta',
        status: 'approved',
        category: 'utility',
      },
    },
  ],
  'account-user-preferences': [
    {
      ...account,
      update: {
        type: 'preferences',
        purpose: 'offers',
        changes: [
          {
            sender: anbu,
            granted: false,
            at: new Date(1_795_413_600_000),
            detail: 'User requested to stop marketing messages',
          },
        ],
      },
    },
  ],
  'account-update': [
    {
      ...account,
      update: {
        type: 'account',
        what: 'account_update',
        event: 'ACCOUNT_VIOLATION',
        detail: 'ACCOUNT_VIOLATION, SPAM',
      },
    },
  ],
  'other-number': [unknown],
  batch: [
    batched(1, anbu, 'first'),
    batched(2, { waId: '919876500002', bsuid: 'IN.3300000000000002', profileName: 'Meena' }, 'second'),
    batched(3, anbu, 'third'),
    status('delivered', { status: 'delivered' }),
    status('sent', {}),
    {
      ...account,
      update: {
        type: 'account',
        what: 'phone_number_quality_update',
        event: 'THROUGHPUT_UPGRADE',
        tier: 'TIER_10K',
        phone: '914423456789',
        detail: 'THROUGHPUT_UPGRADE, TIER_10K',
      },
    },
    unknown,
    unknown,
  ],
};

it('expects something of every recorded webhook', () => {
  expect([...cloudApiFixtures.keys()].sort()).toEqual(Object.keys(expectations).sort());
});

it.each([...cloudApiFixtures])('reads %s', (name, body) => {
  const events = split(cloudApiConnection, new TextEncoder().encode(body)) ?? [];
  const expected = expectations[name] ?? [];
  expect(events).toHaveLength(expected.length);
  events.forEach((event, n) => {
    const want = expected[n];
    // As the database gives it back.
    const stored: unknown = JSON.parse(JSON.stringify(event.payload));
    expect(event).toMatchObject({ kind: want?.kind, senderKey: want?.sender });
    expect(event.eventKey).toMatch(
      typeof want?.key === 'string' ? RegExp(`^${escaped(want.key)}$`) : (want?.key ?? ''),
    );
    expect(read(stored)).toEqual(want?.update);
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
