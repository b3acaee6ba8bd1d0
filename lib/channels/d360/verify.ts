import { createHmac, timingSafeEqual } from 'node:crypto';
import { sameText } from '../http/same-text';
import type { WebhookProof } from '../types';
import type { D360Connection } from './line';

/**
 * Whether 360dialog brought this body: by the header that it was given with the webhook's address, or by a partner's
 * signature where we know the platform's secret. Meta's own signature is made with 360dialog's app secret and proves
 * nothing to us. Constant time. Source: 360dialog, "Webhooks" (custom headers) and "Signature Validation".
 */
export function verifySignature(
  { webhookSecret, partnerSecret }: D360Connection,
  rawBody: Uint8Array,
  { headers }: Pick<WebhookProof, 'headers'>,
): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (given !== undefined && sameText(given, webhookSecret)) return true;
  const signature = headers.get('x-360dialog-signature');
  return !!partnerSecret && signature !== null && isSignature(signature, rawBody, partnerSecret);
}

/** HMAC-SHA256 of the body; whether in hexadecimal or base64 is not documented, so either will do. */
function isSignature(given: string, rawBody: Uint8Array, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  const bare = given.replace(/^sha256=/i, '');
  const bytes = Buffer.from(bare, /^[0-9a-f]{64}$/i.test(bare) ? 'hex' : 'base64');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
