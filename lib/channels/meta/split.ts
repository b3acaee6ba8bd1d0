import type { ChannelAddress, ParsedEvent } from '../types';
import { contactOf, senderOf } from './people';
import {
  type Contact,
  bodySchema,
  contactSchema,
  isDelivery,
  messageEnvelopeSchema,
  statusEnvelopeSchema,
} from './schema';
import { type Json, digestOf, storable } from './storable';

export type Fields = { [key: string]: Json };
type OurNumber = Pick<ChannelAddress, 'phoneNumberId'>;
type Scope = { ours: boolean; phoneNumberId: Json; contacts: Contact[] };

/** Long ids as they are could not be part of a queue's name. */
const maxSenderKey = 64;
const accountKey = 'account';

/**
 * One event for each message, status and account change of a webhook body, whatever the batch; null when the bytes
 * are not a WhatsApp webhook. What has no id, an odd shape or another number's id becomes an `unknown` event, keyed by
 * its digest: kept, never a failure.
 * Source: Meta, "Webhooks overview" (up to 1000 updates a body, several entries and changes, at least once, unordered).
 */
export function split({ phoneNumberId }: OurNumber, rawBody: Uint8Array): ParsedEvent[] | null {
  const body = parseBody(rawBody);
  return body && splitBody(body, (metadata) => metadata['phone_number_id'] === phoneNumberId);
}

/** As `split`, of a body that `parseBody` has read; `isOurs` looks at the metadata of a change. */
export const splitBody = (body: Fields, isOurs: (metadata: Fields) => boolean): ParsedEvent[] =>
  listOf(body['entry']).flatMap((entry) => {
    const fields = fieldsOf(entry);
    if (!fields || !Array.isArray(fields['changes'])) return [unknown('odd-entry', entry)];
    return fields['changes'].flatMap((change) => splitChange(isOurs, fields, change));
  });

/** The body of a WhatsApp webhook in Meta's shape, as it may be stored; null for anything else. */
export function parseBody(rawBody: Uint8Array): Fields | null {
  const body = readBody(rawBody);
  return body && bodySchema.safeParse(body).success ? body : null;
}

/** Any JSON object as it may be stored; null for other bytes. */
export function readBody(rawBody: Uint8Array): Fields | null {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return null; // not UTF-8 or not JSON: nothing a provider sent on purpose
  }
  return fieldsOf(storable(body)) ?? null;
}

function splitChange(isOurs: (metadata: Fields) => boolean, entry: Fields, change: Json): ParsedEvent[] {
  const fields = fieldsOf(change);
  const field = fields?.['field'];
  if (!fields || typeof field !== 'string') return [unknown('odd-change', change)];
  if (field !== 'messages')
    return [
      account({
        field,
        entry: entry['id'] ?? null,
        time: entry['time'] ?? null,
        value: fields['value'] ?? null,
      }),
    ];

  const value = fieldsOf(fields['value']);
  if (!value) return [unknown('odd-change', change)];
  const metadata = fieldsOf(value['metadata']) ?? {};
  const phoneNumberId = metadata['phone_number_id'] ?? null;
  const ours = isOurs(metadata);
  const scope: Scope = { ours, phoneNumberId, contacts: ours ? contactsOf(value['contacts']) : [] };

  const events = [
    ...listOf(value['messages']).map((message) => splitMessage(scope, message)),
    ...listOf(value['statuses']).map((status) => splitStatus(scope, status)),
    ...listOf(value['errors']).map((error) =>
      account({ field: 'errors', entry: entry['id'] ?? null, time: null, value: error }),
    ),
  ];
  return events.length > 0 ? events : [unknown('odd-change', change)];
}

function splitMessage({ ours, phoneNumberId, contacts }: Scope, message: Json): ParsedEvent {
  if (!ours) return unknown('other-number', { phoneNumberId, message });
  const { data } = messageEnvelopeSchema.safeParse(message);
  if (!data) return unknown('odd-message', message);

  const ids = { waId: data.from, bsuid: data.from_user_id ?? data.system?.previous_user_id };
  const contact = contactOf(contacts, ids);
  const sender = senderOf(ids, contact);
  if (!sender) return unknown('no-sender', message);
  // An edit or deletion names a message that may already be here under the same id.
  const suffix = data.type === 'edit' || data.type === 'revoke' ? `:${data.type}` : '';
  return {
    eventKey: `m:${data.id}${suffix}`,
    kind: 'message',
    senderKey: senderKeyOf(sender),
    payload: { part: 'message', phoneNumberId, contact: storable(contact), message },
  };
}

function splitStatus({ ours, phoneNumberId, contacts }: Scope, status: Json): ParsedEvent {
  if (!ours) return unknown('other-number', { phoneNumberId, status });
  const { data } = statusEnvelopeSchema.safeParse(status);
  if (!data) return unknown('odd-status', status);

  const ids = { waId: data.recipient_id, bsuid: data.recipient_user_id };
  const contact = contactOf(contacts, ids);
  const payload = { part: 'status', phoneNumberId, contact: storable(contact), status };
  return {
    // A payment's id is not a message's, and one payment is reported many times with the same outer status.
    eventKey: isDelivery(data) ? `s:${data.id}:${data.status}` : `t:${digestOf(status)}`,
    kind: 'status',
    senderKey: senderKeyOf(senderOf(ids, contact)),
    payload,
  };
}

export const account = (change: { field: string; entry: Json; time: Json; value: Json }): ParsedEvent => ({
  eventKey: `a:${digestOf(change)}`,
  kind: 'account',
  senderKey: accountKey,
  payload: { part: 'account', ...change },
});

export const unknown = (reason: string, content: Json): ParsedEvent => ({
  eventKey: `u:${digestOf({ reason, content })}`,
  kind: 'unknown',
  senderKey: accountKey,
  payload: { part: 'unknown', reason, content },
});

export function senderKeyOf(sender: { bsuid?: string; waId?: string } | null): string {
  const key = sender?.bsuid ?? sender?.waId ?? accountKey;
  return key.length <= maxSenderKey ? key : `#${digestOf(key).slice(0, 40)}`;
}

const contactsOf = (value: Json | undefined): Contact[] =>
  listOf(value).flatMap((contact) => {
    const { data } = contactSchema.safeParse(contact);
    return data ? [data] : [];
  });

export const fieldsOf = (value: Json | undefined): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;

/** The parts of a list; a lone thing where a list belongs is kept as its only part. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
