import { jobPriority } from '../../db/add-job';
import type { Tx } from '../../db/client';
import type { ChannelId, ThreadId } from '../../kernel/ids';
import type { InboundContent, OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { newId } from '../../db/new-id';

/** A message of this turn, in the order in which the customer sees it. */
export type TurnMessage =
  | {
      direction: 'in';
      effectId: string;
      label: string;
      content: InboundContent;
      providerMessageId: string;
      at: Date;
    }
  | {
      direction: 'out';
      effectId: string;
      label: string;
      content: OutboundMessage;
      expiresAt: Date | null;
      /** The booking of which it tells what was done. */
      bookingId?: string | null;
    };

/**
 * Writes the new state and the turn's messages. A job sends the outbound ones once the transaction commits, at
 * `deliverAt` at the earliest (at once, if absent). The thread's row lock, taken by `openThread`, makes positions
 * gapless. A replayed effect id is a bug upstream and fails loudly.
 */
export async function saveTurn(
  tx: Tx,
  scope: BusinessScope,
  turn: {
    channelId: ChannelId;
    threadId: ThreadId;
    firstPosition: number;
    state: unknown;
    messages: TurnMessage[];
    now: Date;
    deliverAt?: Date;
    /** Told to those who listen once it commits (lib/live, `notice`); in this statement, since turns are many. */
    notice?: { channel: string; payloads: string[] };
  },
): Promise<void> {
  const rows = turn.messages.map((message, index) => ({
    id: newId(),
    position: turn.firstPosition + index,
    direction: message.direction,
    effect_id: message.effectId,
    label: message.label,
    content: message.content,
    ...(message.direction === 'in'
      ? { status: 'received', provider_message_id: message.providerMessageId, sent_at: message.at }
      : { status: 'queued', expires_at: message.expiresAt, booking_id: message.bookingId }),
  }));
  const delivers = turn.messages.some((message) => message.direction === 'out');
  await tx.$queryRaw`/* statement: save-turn */
    WITH written AS (
      INSERT INTO message (business_id, id, thread_id, position, direction, effect_id, label, content, status,
        provider_message_id, sent_at, expires_at, booking_id, created_at)
      SELECT ${scope.businessId}::uuid, id, ${turn.threadId}::uuid, position, direction, effect_id, label, content, status,
        provider_message_id, sent_at, expires_at, booking_id, ${turn.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, position int, direction text, effect_id text,
        label text, content jsonb, status text, provider_message_id text, sent_at timestamptz, expires_at timestamptz,
        booking_id uuid)
    ), saved AS (
      UPDATE thread SET state = ${JSON.stringify(turn.state ?? null)}::jsonb, updated_at = ${turn.now}::timestamptz,
        next_position = ${turn.firstPosition + rows.length}::int
      WHERE business_id = ${scope.businessId}::uuid AND id = ${turn.threadId}::uuid
      RETURNING (SELECT count(pg_notify(${turn.notice?.channel ?? ''}::text, payload))
        FROM unnest(${turn.notice?.payloads ?? []}::text[]) AS payload)
    )
    SELECT (graphile_worker.add_job('deliver-thread',
        json_build_object('businessId', ${scope.businessId}::uuid, 'channelId', ${turn.channelId}::uuid,
          'threadId', ${turn.threadId}::uuid),
        queue_name := 'out:' || ${turn.threadId}::text, run_at := ${turn.deliverAt ?? turn.now}::timestamptz,
        job_key := 'out:' || ${turn.threadId}::text, priority := ${jobPriority['deliver-thread']}::int)).id
    WHERE ${delivers}::boolean`;
}
