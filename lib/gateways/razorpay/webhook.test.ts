import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RazorpayConnection } from '../types';
import { parseWebhook, readReturn, verifyWebhook } from './webhook';

const connection: RazorpayConnection = {
  gateway: 'razorpay',
  apiUrl: 'http://127.0.0.1:9',
  keyId: 'rzp_test_1',
  keySecret: 'rzp_secret_test_1',
  webhookSecrets: ['whsec_test_2', 'whsec_test_1'],
};
const bytes = (text: string) => new TextEncoder().encode(text);
const signed = (signature: string) => new Headers({ 'X-Razorpay-Signature': signature });
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.json`));
const headers = new Headers({ 'x-razorpay-event-id': 'Ev3ntTest00001' });

describe('the signature of a webhook', () => {
  const body = bytes('{"entity":"event","event":"payment_link.paid"}');
  // Computed with the official package.
  const signature = '6cb82a46a3a49e4c1d75662acc54ac326d8e833a7cfc0315f2679b709003782c';

  it('is accepted by the current and by the previous secret', () => {
    expect(verifyWebhook(connection, body, signed(signature))).toBe(true);
    const current = createHmac('sha256', 'whsec_test_2').update(body).digest('hex');
    expect(verifyWebhook(connection, body, signed(current))).toBe(true);
    expect(verifyWebhook({ ...connection, webhookSecrets: ['other'] }, body, signed(signature))).toBe(false);
  });

  it('is of the bytes, not of what they mean', () => {
    const spaced = bytes('{"entity": "event", "event": "payment_link.paid"}');
    expect(verifyWebhook(connection, spaced, signed(signature))).toBe(false);
  });

  it.each(['', 'zz', signature.slice(1), `${signature}00`, 'ä'.repeat(64).slice(0, 64), 'g'.repeat(64)])(
    'is refused when it reads %j',
    (given) => {
      expect(verifyWebhook(connection, body, { get: () => given })).toBe(false);
    },
  );

  it('is never that of an empty secret, nor absent', () => {
    const empty = createHmac('sha256', '').update(body).digest('hex');
    expect(verifyWebhook({ ...connection, webhookSecrets: [''] }, body, signed(empty))).toBe(false);
    expect(verifyWebhook({ ...connection, webhookSecrets: [] }, body, signed(signature))).toBe(false);
    expect(verifyWebhook(connection, body, new Headers())).toBe(false);
  });
});

describe('a webhook', () => {
  it('tells link and payment when a link is paid', () => {
    expect(parseWebhook(fixture('payment-link-paid'), headers)).toEqual({
      key: 'Ev3ntTest00001',
      name: 'payment_link.paid',
      topic: 'link',
      link: {
        id: 'plink_TEST00000000A1',
        reference: 'BK-1001-1',
        url: 'https://rzp.io/rzp/Test123',
        amountPaise: 50_000,
        currency: 'INR',
        status: 'paid',
        payments: [],
      },
      payment: {
        id: 'pay_TEST00000000B2',
        amountPaise: 50_000,
        currency: 'INR',
        status: 'captured',
        method: 'upi',
        reference: null,
        linkId: 'plink_TEST00000000A1',
        refundedPaise: 0,
        feePaise: 1_180,
        bankReference: '103600000000',
        createdAt: new Date(1_795_300_290_000),
      },
      refund: null,
    });
  });

  it('is read with empty notes as a list, payments as null and a flag as text', () => {
    const event = parseWebhook(fixture('payment-link-expired'), headers);
    expect(event).toMatchObject({ topic: 'link', link: { status: 'expired', payments: [] }, payment: null });
  });

  it('tells a refund by our key', () => {
    expect(parseWebhook(fixture('refund-processed'), headers)).toMatchObject({
      topic: 'refund',
      refund: {
        id: 'rfnd_TEST00000000D4',
        paymentId: 'pay_TEST00000000B2',
        amountPaise: 25_000,
        status: 'processed',
        key: '0199f0aa-0000-7000-8000-000000000009',
        bankReference: '103600000001',
      },
      payment: { refundedPaise: 25_000, feePaise: null },
    });
  });

  it('that nobody documented is kept as something else', () => {
    const event = parseWebhook(bytes('{"entity":"event","event":"moon.full","payload":{"moon":7}}'), headers);
    expect(event).toMatchObject({ name: 'moon.full', topic: 'other', link: null, payment: null });
  });

  it('about a dispute is one', () => {
    const body = '{"entity":"event","event":"payment.dispute.created","payload":{}}';
    expect(parseWebhook(bytes(body), headers)?.topic).toBe('dispute');
  });

  it('without an event id has the same key at each delivery, and another for another body', () => {
    const none = new Headers();
    const key = parseWebhook(fixture('refund-processed'), none)?.key;
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(parseWebhook(fixture('refund-processed'), none)?.key).toBe(key);
    expect(parseWebhook(fixture('payment-link-paid'), none)?.key).not.toBe(key);
  });

  it('with one unreadable part still tells the others', () => {
    const body = '{"entity":"event","event":"payment.captured","payload":{"payment":{"entity":{"id":7}}}}';
    expect(parseWebhook(bytes(body), headers)).toMatchObject({ topic: 'payment', payment: null });
  });

  it.each(['', '[]', 'null', '{"entity":"order"}', '<html>', '{"entity":"event"}'])(
    'is nothing of Razorpay’s when it reads %j',
    (text) => {
      expect(parseWebhook(bytes(text), headers)).toBeNull();
    },
  );

  it('is nothing either when it is no text', () => {
    expect(parseWebhook(new Uint8Array([0xff, 0xfe]), headers)).toBeNull();
  });
});

describe('a returning browser', () => {
  const fields = (reference: string, signature: string) =>
    new URLSearchParams({
      razorpay_payment_id: 'pay_TEST00000000B2',
      razorpay_payment_link_id: 'plink_TEST00000000A1',
      razorpay_payment_link_reference_id: reference,
      razorpay_payment_link_status: 'paid',
      razorpay_signature: signature,
    });
  // Computed with the official package.
  const withReference = 'b0b7961019456809cd2af055c2393d060ccfd4a7b366a07f3b3d21f03cf0ef8d';
  const without = '0d5b6e789668d35013cdb4bb6274b8f00af89947573800832f80917c4c751d20';

  it('is believed with a signature by the API secret', () => {
    expect(readReturn(connection, fields('BK-1001-1', withReference))).toEqual({
      linkId: 'plink_TEST00000000A1',
      paymentId: 'pay_TEST00000000B2',
      reference: 'BK-1001-1',
    });
    expect(readReturn(connection, fields('', without))?.reference).toBeNull();
  });

  it('is not believed with another one, or with a changed field', () => {
    expect(readReturn(connection, fields('BK-1001-2', withReference))).toBeNull();
    expect(readReturn(connection, fields('BK-1001-1', without))).toBeNull();
    expect(readReturn(connection, new URLSearchParams())).toBeNull();
  });
});
