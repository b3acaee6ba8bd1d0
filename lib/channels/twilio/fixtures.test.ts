import { expect, it } from 'vitest';
import type { InboundContent, InboundMessage, InboundUpdate, StatusUpdate } from '../../messaging/types';
import { twilioConnection, twilioFixtures, twilioForm } from '../../testing/twilio-fixtures';
import { read } from './read';
import { split } from './split';

const receivedAt = new Date('2026-11-24T06:00:00Z');
const ours = 'SM99999999999999999999999999999999';
const anbu = { waId: '919876500001', bsuid: 'IN.1648738043044942', profileName: 'Anbu' };
const kavya = { bsuid: 'IN.7712345678901234', profileName: 'Kavya' };
const mark = '0198a1b2-0000-7000-8000-000000000042';

type Expected = { key: RegExp; kind: string; sender: string; update: InboundUpdate | null };

const message = (content: InboundContent, more: Partial<InboundMessage> = {}): Expected => {
  const sender = more.sender ?? anbu;
  return {
    key: /^m:SM\d{32}$/,
    kind: 'message',
    sender: sender.bsuid ?? sender.waId ?? '',
    // The id differs by file and is compared with the file's own.
    update: { type: 'message', externalId: '', sender, sentAt: receivedAt, content, ...more },
  };
};
const status = (said: string, update: Partial<StatusUpdate> | null): Expected => ({
  key: new RegExp(`^s:${ours}:${said}$`),
  kind: 'status',
  sender: '919876500001',
  update: update && {
    type: 'status',
    externalId: ours,
    status: 'sent',
    at: receivedAt,
    recipient: { waId: '919876500001' },
    opaque: mark,
    ...update,
  },
});
const unknown: Expected = { key: /^u:[0-9a-f]{64}$/, kind: 'unknown', sender: 'account', update: null };

const media = (n: number) =>
  `https://api.twilio.com/2010-04-01/Accounts/${twilioConnection.accountSid}/Messages/MM1/Media/ME0${n}`;
const file = (
  kind: Extract<InboundContent, { kind: 'media' }>['media'],
  n: number,
  mimeType: string,
  caption?: string,
): InboundContent => ({
  kind: 'media',
  media: kind,
  mediaId: media(n),
  mimeType,
  ...(caption !== undefined && { caption }),
});

const expectations: Record<string, Expected> = {
  text: message({ kind: 'text', text: 'நாளை மாலை 6 மணிக்கு court வேணும்' }),
  'text-reply': message({ kind: 'text', text: 'this one please' }, { replyTo: ours }),
  'text-forwarded': message({ kind: 'text', text: 'Court 2 is free at 7' }),
  'template-button': message({ kind: 'choice', id: 'bk:abc:confirm', title: 'Confirm' }, { replyTo: ours }),
  'button-without-payload': message({ kind: 'choice', id: 'Confirm', title: 'Confirm' }),
  'list-reply': message({ kind: 'choice', id: 'slot:2026-11-28T06:00', title: '06:00–07:00' }),
  'flow-reply': message({
    kind: 'flow-reply',
    token: 'ft_7Qm',
    data: { date: '2026-11-28', slot: '18:00' },
  }),
  'flow-broken': message({ kind: 'flow-reply', token: null, data: {} }),
  image: message(file('image', 0, 'image/jpeg', 'the receipt')),
  voice: message(file('voice', 1, 'audio/ogg')),
  audio: message(file('audio', 2, 'audio/mpeg')),
  video: message(file('video', 3, 'video/mp4')),
  document: message(file('document', 4, 'application/pdf', 'last report')),
  sticker: message(file('sticker', 5, 'image/webp')),
  'contact-card': message({ kind: 'contacts', phones: [] }),
  location: message({
    kind: 'location',
    latitude: 13.0418,
    longitude: 80.2341,
    name: 'Panagal Park',
    address: 'T. Nagar, Chennai',
  }),
  reaction: message({ kind: 'reaction', messageId: ours, emoji: '👍' }, { replyTo: ours }),
  unsupported: message({ kind: 'unsupported', what: 'poll' }),
  referral: message(
    { kind: 'text', text: 'Hi, is a court free today?' },
    { referral: { sourceType: 'ad', sourceId: '120226305854810726', headline: 'Badminton in T. Nagar' } },
  ),
  'bsuid-only': message({ kind: 'text', text: 'Book a doctor' }, { sender: kavya }),
  'phone-only': message(
    { kind: 'text', text: 'hello' },
    { sender: { waId: anbu.waId, profileName: 'Anbu' } },
  ),
  'other-number': unknown,
  'no-sender': unknown,
  'status-queued': status('queued', null),
  'status-sent': status('sent', { status: 'sent' }),
  'status-delivered': status('delivered', { status: 'delivered' }),
  'status-read': status('read', { status: 'read' }),
  'status-undelivered': status('undelivered', {
    status: 'failed',
    failure: {
      code: 63016,
      title: 'Failed to send freeform message because you are outside the allowed window.',
      detail: '470: re-engagement',
    },
  }),
  'status-failed': status('failed', {
    status: 'failed',
    failure: { code: 63003, title: 'Twilio says: failed' },
  }),
  'status-odd': status('moved', null),
};

it('expects something of every recorded webhook', () => {
  expect([...twilioFixtures.keys()].sort()).toEqual(Object.keys(expectations).sort());
});

it.each([...twilioFixtures])('reads %s', (name, fields) => {
  const body = new TextEncoder().encode(twilioForm(fields));
  const [event, ...more] = split(twilioConnection, body, new URLSearchParams({ mark }), receivedAt) ?? [];
  const want = expectations[name];
  expect(more).toEqual([]);
  expect(event).toMatchObject({ kind: want?.kind, senderKey: want?.sender });
  expect(event?.eventKey).toMatch(want?.key ?? '');
  const expected =
    want?.update?.type === 'message' ? { ...want.update, externalId: fields['MessageSid'] } : want?.update;
  // As the database gives it back.
  expect(read(JSON.parse(JSON.stringify(event?.payload)))).toEqual(expected);
});
