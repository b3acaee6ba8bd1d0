import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../messaging/types';
import { ChannelFailure, type SendRequest } from '../types';
import { render } from './render';

const request = (message: OutboundMessage, change: Partial<SendRequest> = {}): SendRequest => ({
  to: { waId: '919876500001' },
  message,
  opaque: 'row-1',
  ...change,
});
const text: OutboundMessage = { kind: 'text', body: 'Court 2 is free at 7 pm.' };
const envelope = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+919876500001',
  biz_opaque_callback_data: 'row-1',
};

describe('the envelope', () => {
  it('names a number with its plus', () => {
    expect(render(request(text))).toEqual({
      ...envelope,
      type: 'text',
      text: { body: 'Court 2 is free at 7 pm.', preview_url: false },
    });
  });

  it('P27 names a user id as recipient, and only without a number', () => {
    const byId = render(request(text, { to: { bsuid: 'IN.7712345678901234' } }));
    expect(byId).toMatchObject({ recipient: 'IN.7712345678901234' });
    expect(byId).not.toHaveProperty('to');
    expect(render(request(text, { to: { waId: '919876500001', bsuid: 'IN.7' } }))).not.toHaveProperty(
      'recipient',
    );
  });

  it('quotes the message it answers', () => {
    expect(render(request(text, { replyTo: 'wamid.a' }))).toMatchObject({
      context: { message_id: 'wamid.a' },
    });
  });
});

const contents: [OutboundMessage, Record<string, unknown>][] = [
  [
    {
      kind: 'buttons',
      body: 'Court 2, ₹600',
      header: 'Confirm',
      footer: 'Held for 5 minutes',
      buttons: [{ id: 'yes', title: 'Confirm' }],
    },
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Confirm' },
        body: { text: 'Court 2, ₹600' },
        footer: { text: 'Held for 5 minutes' },
        action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Confirm' } }] },
      },
    },
  ],
  [
    {
      kind: 'list',
      body: 'Saturday',
      opener: 'See times',
      sections: [
        { title: 'Morning', rows: [{ id: 'a', title: '06:00', description: 'Court 1 · ₹400' }] },
        { title: 'Evening', rows: [{ id: 'b', title: '18:00' }] },
      ],
    },
    {
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Saturday' },
        action: {
          button: 'See times',
          sections: [
            { title: 'Morning', rows: [{ id: 'a', title: '06:00', description: 'Court 1 · ₹400' }] },
            { title: 'Evening', rows: [{ id: 'b', title: '18:00' }] },
          ],
        },
      },
    },
  ],
  [
    { kind: 'link', body: 'Your booking', label: 'Open', url: 'https://neram.test/b/1' },
    {
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Your booking' },
        action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://neram.test/b/1' } },
      },
    },
  ],
  [
    { kind: 'location', latitude: 13.04, longitude: 80.23, name: 'Neram', address: '' },
    { type: 'location', location: { latitude: 13.04, longitude: 80.23, name: 'Neram' } },
  ],
  [
    { kind: 'document', url: 'https://neram.test/r/1', filename: 'Receipt.pdf', caption: 'ரசீது' },
    {
      type: 'document',
      document: { link: 'https://neram.test/r/1', filename: 'Receipt.pdf', caption: 'ரசீது' },
    },
  ],
  [
    { kind: 'image', url: 'https://neram.test/qr.png', caption: '₹400' },
    { type: 'image', image: { link: 'https://neram.test/qr.png', caption: '₹400' } },
  ],
  [
    { kind: 'order-status', body: 'Cancelled', reference: 'A-1', status: 'canceled' },
    {
      type: 'interactive',
      interactive: {
        type: 'order_status',
        body: { text: 'Cancelled' },
        action: {
          name: 'review_order',
          parameters: { reference_id: 'A-1', order: { status: 'canceled' } },
        },
      },
    },
  ],
  [
    { kind: 'document', url: 'https://neram.test/r/1', filename: 'Receipt.pdf' },
    { type: 'document', document: { link: 'https://neram.test/r/1', filename: 'Receipt.pdf' } },
  ],
  [
    {
      kind: 'template',
      name: 'booking_reminder',
      language: 'ta',
      header: 'Court 2',
      body: { customer: 'Anbu', when: 'Sat 28 Nov, 7 pm' },
      buttons: [
        { type: 'quick-reply', index: 0, payload: 'bk:abc:confirm' },
        { type: 'url', index: 1, suffix: 'abc123' },
      ],
    },
    {
      type: 'template',
      template: {
        name: 'booking_reminder',
        language: { code: 'ta' },
        components: [
          { type: 'header', parameters: [{ type: 'text', text: 'Court 2' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'customer', text: 'Anbu' },
              { type: 'text', parameter_name: 'when', text: 'Sat 28 Nov, 7 pm' },
            ],
          },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '0',
            parameters: [{ type: 'payload', payload: 'bk:abc:confirm' }],
          },
          { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'abc123' }] },
        ],
      },
    },
  ],
  [
    { kind: 'template', name: 'hello_world', language: 'en_US', body: [] },
    { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
  ],
  [
    { kind: 'template', name: 'greeting', language: 'en', body: ['Anbu'] },
    {
      type: 'template',
      template: {
        name: 'greeting',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Anbu' }] }],
      },
    },
  ],
];

it.each(contents)('$kind has the shape Meta documents', (message, content) => {
  expect(render(request(message))).toEqual({ ...envelope, ...content });
});

describe('nothing leaves', () => {
  const failureOf = (broken: SendRequest) => {
    try {
      return render(broken);
    } catch (error) {
      return error;
    }
  };

  it.each<[string, SendRequest, RegExp]>([
    ['against a limit', request({ kind: 'text', body: 'த'.repeat(4097) }), /body too-long \(4097 of 4096\)/],
    ['with too long a mark', request(text, { opaque: 'x'.repeat(513) }), /opaque/],
    ['without a mark', request(text, { opaque: '' }), /opaque/],
    ['to nobody', request(text, { to: {} }), /neither/],
    ['to a number that is none', request(text, { to: { waId: 'IN.7' } }), /neither/],
  ])('%s', (_name, broken, detail) => {
    const failure = failureOf(broken);
    expect(failure).toBeInstanceOf(ChannelFailure);
    expect(failure).toMatchObject({ kind: 'rejected' });
    expect(String(failure)).toMatch(detail);
  });
});
