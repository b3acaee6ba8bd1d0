import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../db/new-id';
import type { ParsedEvent } from '../../channels/types';
import type { ChannelId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { storeEventsSql } from '../sql/store-events';

/**
 * Stores a webhook's events and queues the work on them, in one statement and so in one commit: when this
 * returns, nothing can be lost. Events already stored (a repeated webhook) change nothing.
 * Written by hand on the pool because it is the only work between a webhook and its acknowledgement.
 */
export async function storeEvents(
  pool: pg.Pool,
  scope: BusinessScope,
  input: { channelId: ChannelId; events: ParsedEvent[]; now: Date },
): Promise<{ stored: number }> {
  if (input.events.length === 0) return { stored: 0 };
  const rows = input.events.map((event) => ({
    id: newId(),
    event_key: short(event.eventKey),
    kind: event.kind,
    sender_key: short(event.senderKey),
    payload: event.payload,
  }));
  const result = await pool.query<{ stored: number }>({
    name: 'store-events',
    text: storeEventsSql,
    values: [scope.businessId, input.channelId, storable(JSON.stringify(rows)), input.now],
  });
  return { stored: result.rows[0]?.stored ?? 0 };
}

/** Keys are indexed, and an index entry has a size limit; a provider's real keys are far below it. */
const short = (key: string): string =>
  key.length <= 200 ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;

/**
 * PostgreSQL cannot hold U+0000 or half a surrogate pair; a customer's message must not be lost for one.
 * JSON.stringify writes both, and only those of all surrogates, as \u escapes.
 */
const storable = (json: string): string =>
  json.replaceAll(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\ufffd');
