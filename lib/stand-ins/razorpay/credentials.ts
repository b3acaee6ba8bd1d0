import { createHmac } from 'node:crypto';

export type RazorpayCredentials = { keyId: string; keySecret: string; webhookSecret: string };

const prefix = 'rzp_test_standin_';

/**
 * Derives the keys of one merchant at the built-in stand-in from NERAM_SECRET, so that web, worker, seed and stand-in agree
 * without storing or passing anything. `merchant` is the last part of the address that its webhooks go to.
 */
export function builtInCredentials(secret: string, merchant: string): RazorpayCredentials {
  const derive = (purpose: string): string =>
    createHmac('sha256', secret).update(`neram payment stand-in ${purpose} ${merchant}`).digest('hex');
  return {
    keyId: `${prefix}${merchant}`,
    keySecret: derive('key'),
    webhookSecret: derive('webhook'),
  };
}

/** Whose key it is; null for one that the built-in stand-in does not know. */
export function merchantOf(keyId: string): string | null {
  const merchant = keyId.startsWith(prefix) ? keyId.slice(prefix.length) : '';
  return /^[a-z0-9-]{1,100}$/.test(merchant) ? merchant : null;
}
