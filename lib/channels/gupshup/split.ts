import {
  readBody,
  splitBody,
  unknown,
  account,
  senderKeyOf,
  fieldsOf,
  listOf,
  type Fields,
} from '../meta/split';
import { type Json, digestOf } from '../meta/storable';
import type { ParsedEvent } from '../types';
import type { GupshupConnection } from './line';
import { bodySchema, messageEventSchema, messageSchema } from './schema';
import { millisecondsOf } from './translate';

/**
 * One event for each message, status and account change, of version 3 (Meta's envelope) and version 2 (Gupshup's own, one
 * event a body); null when the bytes are neither. The same message has the same key in both.
 * Source: Gupshup, "Inbound messages", "Outbound message events"; reference §10.3 and 10.4.
 */
export function split(connection: GupshupConnection, rawBody: Uint8Array): ParsedEvent[] | null {
  const body = readBody(rawBody);
  if (body === null) return null;
  if (body['object'] === 'whatsapp_business_account') return splitVersion3(connection, body);
  return splitVersion2(connection, body);
}

/** The app is the number: Gupshup names the app where Meta would have its own id of the number. */
function splitVersion3({ appId }: GupshupConnection, body: Fields): ParsedEvent[] {
  const named = body['gs_app_id'];
  const ours = named === undefined || named === null || named === appId;
  return splitBody(withOurIds(body), () => ours);
}

/** Version 3 with the ids that we know of what we sent, and its instants in seconds. */
function withOurIds(body: Fields): Fields {
  const change = (each: Json): Json => {
    const fields = fieldsOf(each);
    const value = fieldsOf(fields?.['value']);
    if (!fields || !value) return each;
    return {
      ...fields,
      value: {
        ...value,
        ...('messages' in value && { messages: listOf(value['messages']).map(messageOf) }),
        ...('statuses' in value && { statuses: listOf(value['statuses']).map(statusOf) }),
      },
    };
  };
  const entry = listOf(body['entry']).map((each): Json => {
    const fields = fieldsOf(each);
    const changes = fields?.['changes'];
    return fields && Array.isArray(changes) ? { ...fields, changes: changes.map(change) } : each;
  });
  return { ...body, entry };
}

const mediaTypes = ['image', 'audio', 'video', 'document', 'sticker'] as const;

function messageOf(message: Json): Json {
  const fields = fieldsOf(message);
  if (!fields) return message;
  const context = fieldsOf(fields['context']);
  const type = mediaTypes.find((each) => each === fields['type']);
  const file = type && fieldsOf(fields[type]);
  return {
    ...inSeconds(fields),
    ...(context && { context: { ...context, id: context['gs_id'] ?? context['id'] ?? null } }),
    // Only its address leads to the file.
    ...(type && file && typeof file['url'] === 'string' && { [type]: { ...file, id: file['url'] } }),
  };
}

function statusOf(status: Json): Json {
  const fields = fieldsOf(status);
  return fields ? { ...inSeconds(fields), id: fields['gs_id'] ?? fields['id'] ?? null } : status;
}

/** Anything but an instant stays as it is, and is found wanting by whoever reads it. */
function inSeconds(fields: Fields): Fields {
  const { timestamp } = fields;
  const given = typeof timestamp === 'string' && /^\d{1,16}$/.test(timestamp) ? Number(timestamp) : timestamp;
  const milliseconds = typeof given === 'number' ? millisecondsOf(given) : undefined;
  return milliseconds === undefined ? fields : { ...fields, timestamp: Math.floor(milliseconds / 1000) };
}

function splitVersion2({ appName }: GupshupConnection, body: Fields): ParsedEvent[] | null {
  const { data } = bodySchema.safeParse(body);
  if (!data) return null;
  const payload = body['payload'] ?? null;
  if (data.app !== undefined && data.app !== appName) return [unknown('other-app', body)];
  const at = millisecondsOf(data.timestamp);
  if (data.type === 'message') return [splitMessage(payload, at)];
  if (data.type === 'message-event') return [splitEvent(payload, at)];
  return [
    account({ field: data.type, entry: data.app ?? null, time: data.timestamp ?? null, value: payload }),
  ];
}

function splitMessage(message: Json, at: number | undefined): ParsedEvent {
  const { data } = messageSchema.safeParse(message);
  if (!data || at === undefined) return unknown('odd-message', message);
  const waId = data.source ?? data.sender?.phone;
  const bsuid = data.sender?.userId;
  if (waId === undefined && bsuid === undefined) return unknown('no-sender', message);
  return {
    eventKey: `m:${data.id}`,
    kind: 'message',
    senderKey: senderKeyOf({ ...(waId !== undefined && { waId }), ...(bsuid !== undefined && { bsuid }) }),
    payload: { part: 'gs-message', at, message },
  };
}

function splitEvent(event: Json, at: number | undefined): ParsedEvent {
  const { data } = messageEventSchema.safeParse(event);
  if (!data || at === undefined) return unknown('odd-status', event);
  const { id, gsId, type, destination: waId, userId: bsuid } = data;
  const key = `s:${gsId ?? id}:${type}`;
  return {
    eventKey: key.length <= 560 ? key : `s:${digestOf(key)}`,
    kind: 'status',
    senderKey: senderKeyOf({ ...(waId !== undefined && { waId }), ...(bsuid !== undefined && { bsuid }) }),
    payload: { part: 'gs-event', at, event },
  };
}
