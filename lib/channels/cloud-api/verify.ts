import { createHmac, timingSafeEqual } from 'node:crypto';
import { sameText } from '../http/same-text';
import type { CloudConnection, WebhookProof } from '../types';

const signatureForm = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether the bytes as received carry this channel's signature; constant time. False without a header or app secret.
 * Source: Meta, "Create a webhook endpoint": HMAC-SHA256 over the raw body, keyed by the app secret.
 */
export function verifySignature(
  connection: CloudConnection,
  rawBody: Uint8Array,
  { headers }: Pick<WebhookProof, 'headers'>,
): boolean {
  const given = signatureForm.exec(headers.get('x-hub-signature-256') ?? '')?.[1];
  // Anyone can sign with an empty key.
  if (given === undefined || connection.appSecret === '') return false;
  const expected = createHmac('sha256', connection.appSecret).update(rawBody).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}

/**
 * The challenge to answer as plain text, or null when mode or verify token is wrong.
 * Source: Meta, "Create a webhook endpoint", verification request.
 */
export function verifyAddress(connection: CloudConnection, query: URLSearchParams): string | null {
  const token = query.get('hub.verify_token');
  const challenge = query.get('hub.challenge');
  if (query.get('hub.mode') !== 'subscribe' || !token || challenge === null) return null;
  return sameText(token, connection.verifyToken) ? challenge : null;
}
