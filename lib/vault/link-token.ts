import { createHmac, timingSafeEqual } from 'node:crypto';

const signature = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(`neram link\n${body}`).digest('base64url').slice(0, 22);

/** A token for a link that needs no sign-in. `parts` are ids without dots; 128 bits of HMAC guard them. */
export function linkToken(secret: string, parts: readonly string[]): string {
  const body = parts.map((part) => compact(part)).join('.');
  return `${body}.${signature(secret, body)}`;
}

/** The parts of a token made by `linkToken` under the same secret, or null. */
export function readLinkToken(secret: string, token: string): string[] | null {
  const cut = token.lastIndexOf('.');
  if (cut < 0) return null;
  const body = token.slice(0, cut);
  const given = Buffer.from(token.slice(cut + 1));
  const wanted = Buffer.from(signature(secret, body));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return body.split('.').map((part) => expand(part));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** UUIDs are written in 22 characters instead of 36: the link stands in a chat message. */
const compact = (part: string): string =>
  uuid.test(part) ? Buffer.from(part.replaceAll('-', ''), 'hex').toString('base64url') : `~${part}`;

function expand(part: string): string {
  if (part.startsWith('~')) return part.slice(1);
  const hex = Buffer.from(part, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
