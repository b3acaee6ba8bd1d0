import type { ParsedEvent } from '../channels/types';
import type { InboundUpdate } from '../messaging/types';

const kinds = new Set(['message', 'status', 'account', 'unknown']);

/** NUL or half a character in any text or key: PostgreSQL takes neither. */
function hasUnstorable(value: unknown): boolean {
  let found = false;
  JSON.stringify(value, (key, part: unknown) => {
    found ||= [key, part].some((text) => typeof text === 'string' && /[\p{Surrogate}\0]/u.test(text));
    return part;
  });
  return found;
}

/** What is wrong with an event by what the inbox and the queue ask of one, whatever it was made from. */
export function faultsOf(
  { eventKey, kind, senderKey, payload }: ParsedEvent,
  read: (payload: unknown) => InboundUpdate | null,
): string[] {
  const stored = JSON.stringify(payload);
  const faults = [
    !kinds.has(kind) && 'kind',
    !(eventKey.length > 2 && eventKey.length < 600) && 'length of the key',
    !(senderKey.length > 0 && senderKey.length <= 64) && 'length of the sender',
    hasUnstorable({ eventKey, senderKey }) && 'characters of the keys',
    hasUnstorable(payload) && 'characters of the payload',
    // What comes back from the database has to mean the same.
    JSON.stringify(read(JSON.parse(stored))) !== JSON.stringify(read(payload)) && 'reading it back',
    hasUnstorable(read(payload)) && 'characters of the update',
  ];
  return faults.filter((fault) => fault !== false);
}
