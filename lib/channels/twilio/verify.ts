import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'node:querystring';
import type { ConnectionTo, WebhookProof } from '../types';
import { formOf } from './form';

/**
 * Whether Twilio sent these bytes to this channel's public address; constant time. The address is the configured one, since
 * a proxy changes the scheme and host that a request arrives with. As Twilio's own library does, it is tried with and
 * without the standard port, and its query in the spellings it may have been signed in.
 * Source: Twilio, "Webhooks security"; `twilio` package, `webhooks.ts`.
 */
export function verifySignature(
  { authToken, webhookUrl }: Pick<ConnectionTo<'twilio'>, 'authToken' | 'webhookUrl'>,
  rawBody: Uint8Array,
  { headers, query }: WebhookProof,
): boolean {
  const given = Buffer.from(headers.get('x-twilio-signature') ?? '', 'utf8');
  // Anyone can sign with an empty key.
  if (given.length === 0 || authToken === '') return false;
  const signed = signedFields(rawBody, query);
  if (signed === null) return false;
  // All are tried, so that time does not tell which.
  return addressesOf(webhookUrl, query)
    .map((address) => {
      const digest = createHmac('sha1', authToken)
        .update(address + signed)
        .digest('base64');
      return sameBytes(given, Buffer.from(digest, 'utf8'));
    })
    .includes(true);
}

/** The names and values of a form, as they are signed; nothing of a body that the address itself vouches for. */
function signedFields(rawBody: Uint8Array, query: URLSearchParams): string | null {
  const bodyHash = query.get('bodySHA256');
  if (bodyHash !== null) {
    const actual = createHash('sha256').update(rawBody).digest('hex');
    return sameBytes(Buffer.from(bodyHash.toLowerCase(), 'utf8'), Buffer.from(actual, 'utf8')) ? '' : null;
  }
  const form = formOf(rawBody);
  if (!form) return null;
  const names = [...new Set(form.keys())].sort();
  return names
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join('');
}

function addressesOf(webhookUrl: string, query: URLSearchParams): string[] {
  const plain = query.toString();
  const queries =
    plain === ''
      ? ['']
      : [plain, plain.replaceAll('+', '%20'), stringify(parse(plain)), decoded(plain)].map(
          (text) => `?${text}`,
        );
  const addresses = [withoutPort(webhookUrl), withPort(webhookUrl), webhookUrl];
  return [...new Set(addresses.flatMap((address) => queries.map((text) => address + text)))];
}

const authority = /^(https?:\/\/)([^/?#]*?)(:\d+)?(?=[/?#]|$)/i;
const withoutPort = (url: string): string => url.replace(authority, '$1$2');
const withPort = (url: string): string =>
  url.replace(
    authority,
    (_, scheme: string, host: string, port?: string) =>
      scheme + host + (port ?? (scheme.toLowerCase() === 'https://' ? ':443' : ':80')),
  );

function decoded(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll('+', '%20'));
  } catch {
    return query;
  }
}

function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
