import { createHash } from 'node:crypto';
import { sameHex } from '../same-hex';
import type { CheckoutReturn, GatewayEvent, HeaderReader, PayuConnection } from '../types';
import { referenceOf } from './codes';
import { type FieldReader, responseHash } from './hash';
import { readTransaction } from './read';
import { transactionSchema } from './schema';

/**
 * Whether the body carries this account's hash, by the salt or, as one of PayU's pages says of links, by the client
 * secret. Refund notices have no hash and are never believed: refunds are followed by asking.
 * Source: payments reference 2.8.
 */
export function verifyWebhook(
  connection: PayuConnection,
  rawBody: Uint8Array,
  headers: HeaderReader,
): boolean {
  const fields = fieldsOf(rawBody, headers);
  return fields !== null && isSigned(connection, (name) => fields.get(name) ?? '');
}

function isSigned({ salt, links, merchantKey }: PayuConnection, field: FieldReader): boolean {
  if (field('key') !== merchantKey) return false;
  const given = field('hash');
  // Anyone can sign with an empty salt. Both are tried, so that time does not tell which one fits.
  return [salt, links?.clientSecret ?? '']
    .filter((secret) => secret !== '')
    .map((secret) => sameHex(given, responseHash(field, secret)))
    .includes(true);
}

/**
 * Reads an event. PayU gives events no id: payment, state and request tell them apart. The payment is what the hash
 * covers and no more: fetch before acting on it.
 */
export function parseWebhook(rawBody: Uint8Array, headers: HeaderReader): GatewayEvent | null {
  const fields = fieldsOf(rawBody, headers);
  const id = fields?.get('mihpayid') ?? '';
  if (!fields || id === '') return null;
  const action = fields.get('action')?.toLowerCase() ?? '';
  const topic = action.includes('dispute') ? 'dispute' : action === 'refund' ? 'refund' : 'payment';
  const parts = [id, fields.get('status'), fields.get('unmappedstatus'), fields.get('request_id')];
  const transaction = transactionSchema.safeParse(Object.fromEntries(fields)).data;
  return {
    key: createHash('sha256')
      .update([topic, ...parts.map((part) => part ?? '')].join('|'))
      .digest('hex'),
    name: `${topic}.${fields.get('status')?.toLowerCase() ?? 'unknown'}`.slice(0, 100),
    topic,
    link: null,
    payment: topic !== 'refund' && transaction ? readTransaction(transaction) : null,
    refund: null,
  };
}

/** Reads what PayU makes the payer's browser post. Source: payments reference 2.3. */
export function readReturn(connection: PayuConnection, fields: URLSearchParams): CheckoutReturn | null {
  const field: FieldReader = (name) => fields.get(name) ?? '';
  if (field('mihpayid') === '' || !isSigned(connection, field)) return null;
  const linkId = field('txnid');
  return { reference: referenceOf(linkId), linkId, paymentId: field('mihpayid') };
}

/** A form, or an object of JSON where a partner's set-up sends one. */
function fieldsOf(rawBody: Uint8Array, headers: HeaderReader): Map<string, string> | null {
  const text = decoded(rawBody);
  if (text === null) return null;
  const type = headers.get('content-type') ?? '';
  if (!type.includes('json')) return new Map(new URLSearchParams(text));
  const json = jsonOf(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  return new Map(
    Object.entries(json).flatMap(([name, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

function decoded(rawBody: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    return null; // not one of PayU's at all
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
