import { type Fields, fieldsOf, listOf, readBody, splitBody } from '../meta/split';
import type { Json } from '../meta/storable';
import type { ParsedEvent } from '../types';

const lists = ['contacts', 'messages', 'statuses', 'errors'];

/**
 * One event for each message, status and error of a webhook body; null when the bytes are none of a webapp's. They are
 * Meta's shapes without the envelope around them: there is one number behind a webapp, and nothing names it.
 * Source: Meta, On-Premises API, "Webhooks".
 */
export function split(rawBody: Uint8Array): ParsedEvent[] | null {
  const body = readBody(rawBody);
  if (!body || !lists.some((name) => name in body)) return null;
  const value: Fields = { ...body, messages: listOf(body['messages']).map(inMetasShape) };
  return splitBody({ entry: [{ changes: [{ field: 'messages', value }] }] }, () => true);
}

/** A voice note is a type of its own here. */
function inMetasShape(message: Json): Json {
  const fields = fieldsOf(message);
  if (fields?.['type'] !== 'voice') return message;
  const { voice, ...rest } = fields;
  return { ...rest, type: 'audio', audio: { ...fieldsOf(voice), voice: true } };
}
