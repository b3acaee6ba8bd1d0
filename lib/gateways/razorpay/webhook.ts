import { createHash, createHmac } from 'node:crypto';
import { sameHex } from '../same-hex';
import type { CheckoutReturn, GatewayEvent, HeaderReader, RazorpayConnection } from '../types';
import { readLink, readPayment, readRefund } from './read';
import { eventSchema } from './schema';

/**
 * Whether the bytes as received carry a signature of this account, by its current or its previous secret.
 * Source: payments reference 1.4: HMAC-SHA256 over the raw body.
 */
export function verifyWebhook(
  { webhookSecrets }: RazorpayConnection,
  rawBody: Uint8Array,
  headers: HeaderReader,
): boolean {
  const given = headers.get('x-razorpay-signature');
  // Anyone can sign with an empty key. Every secret is tried, so that time does not tell which one fits.
  return webhookSecrets
    .filter((secret) => secret !== '')
    .map((secret) => sameHex(given, createHmac('sha256', secret).update(rawBody).digest()))
    .includes(true);
}

/**
 * Reads an event. Its key is the delivery's event id, else a digest of the body. `created_at` is left alone: in events
 * of links it is the link's own. Source: payments reference 1.5.
 */
export function parseWebhook(rawBody: Uint8Array, headers: HeaderReader): GatewayEvent | null {
  const parsed = eventSchema.safeParse(jsonOf(rawBody));
  if (!parsed.success) return null;
  const { event: name, payload } = parsed.data;
  const link = payload.payment_link?.entity;
  const payment = payload.payment?.entity;
  const refund = payload.refund?.entity;
  return {
    key: eventId(headers) ?? createHash('sha256').update(rawBody).digest('hex'),
    name,
    topic: topicOf(name),
    link: link ? readLink(link) : null,
    payment: payment ? readPayment(payment) : null,
    refund: refund ? readRefund(refund) : null,
  };
}

function topicOf(name: string): GatewayEvent['topic'] {
  if (name.startsWith('payment.dispute.')) return 'dispute';
  if (name.startsWith('payment_link.')) return 'link';
  if (/^payment\.(authorized|captured|failed)$/.test(name)) return 'payment';
  return name.startsWith('refund.') ? 'refund' : 'other';
}

function eventId(headers: HeaderReader): string | null {
  const id = headers.get('x-razorpay-event-id');
  return id !== null && /^[\w-]{1,100}$/.test(id) ? id : null;
}

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return null; // not one of Razorpay's at all
  }
}

/**
 * Reads the query that a paid link's browser brings back, signed with the API secret (not the webhook's).
 * Source: payments reference 1.3.
 */
export function readReturn(
  { keySecret }: RazorpayConnection,
  fields: URLSearchParams,
): CheckoutReturn | null {
  const field = (name: string) => fields.get(`razorpay_${name}`) ?? '';
  const linkId = field('payment_link_id');
  const reference = field('payment_link_reference_id');
  const paymentId = field('payment_id');
  if (linkId === '' || paymentId === '' || keySecret === '') return null;
  const message = [linkId, reference, field('payment_link_status'), paymentId].join('|');
  const expected = createHmac('sha256', keySecret).update(message).digest();
  if (!sameHex(field('signature'), expected)) return null;
  return { linkId, paymentId, reference: reference === '' ? null : reference };
}
