import { jobPriority } from '../../db/add-job';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { Statements } from '../../db/statements';
import type { ChannelId, MessageId, ThreadId } from '../../kernel/ids';
import type { InboundContent, OutboundMessage } from '../../messaging/types';
import { refusalSql, type MessagePurpose } from '../../messaging/purpose';
import type { BusinessScope } from '../../tenancy/types';

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
      /** What it is sent for: decides whether it may be. */
      purpose: MessagePurpose;
      label: string;
      content: OutboundMessage;
      expiresAt: Date | null;
      /** The booking of which it tells what was done. */
      bookingId?: string | null;
    };

export type Turn = {
  channelId: ChannelId;
  threadId: ThreadId;
  /** Where the thread stood when the turn began. */
  firstPosition: number;
  state: unknown;
  messages: TurnMessage[];
  now: Date;
  /** Whoever saves the turn sends what goes out; otherwise a job does, once it commits. */
  sentByCaller?: boolean;
  /** Told to those who listen once it commits (lib/live, `notice`); in this statement, since turns are many. */
  notice?: { channel: string; payloads: string[] };
};

/** What other rooms add to the statement that saves a turn on its own, outside of any transaction. */
export type TurnParts = {
  /** Finds what the turn answers, before the thread is locked. */
  pending: Prisma.Sql;
  /** Deals with it, where `saved` has a row. */
  done: Prisma.Sql;
  /** Gives a row, with the thread's `pair_clock`, where the first message may leave at once. Reads `head`, the locked thread. */
  leaving: Prisma.Sql;
};

/** `leaving`: the message that is `sending` already, so that its call is now due. */
export type SavedTurn = { leaving: MessageId | null };

/**
 * Writes the new state and the turn's messages, in one statement. Null when somebody else has written into the thread since
 * the turn began, or what it answers has been answered: then nothing is saved. In a transaction that holds the thread's lock
 * (`openThread`, `lockThread`) that cannot be. `parts` never goes with a transaction: all that is sent on one number waits for
 * the clock that `leaving` pushes on, so it is held for one commit and no longer.
 * What the customer refuses (lib/messaging/purpose) is written down as cancelled, with the reason, and never sent.
 * A replayed effect id is a bug upstream and fails loudly.
 */
export async function saveTurn(
  db: Statements,
  scope: BusinessScope,
  turn: Turn,
  parts: TurnParts | null = null,
): Promise<SavedTurn | null> {
  const rows = turn.messages.map((message, index) => ({
    id: newId<MessageId>(),
    position: turn.firstPosition + index,
    direction: message.direction,
    effect_id: message.effectId,
    label: message.label,
    content: message.content,
    ...(message.direction === 'in'
      ? { status: 'received', provider_message_id: message.providerMessageId, sent_at: message.at }
      : {
          status: 'queued',
          purpose: message.purpose,
          expires_at: message.expiresAt,
          booking_id: message.bookingId,
        }),
  }));
  const first = rows.find((row) => row.direction === 'out');
  const [row] = await db.$queryRaw<{ saved: boolean; leaving: boolean }[]>(
    statementOf(scope, turn, parts, rows, first?.id ?? null),
  );
  if (row?.saved !== true) return null;
  return { leaving: row.leaving && first ? first.id : null };
}

const refusal = Prisma.raw(refusalSql('head', { purpose: 'r.purpose', booking: 'r.booking_id' }));

const nothing = Prisma.sql`SELECT NULL::uuid AS id, NULL::timestamptz AS pair_clock WHERE false`;

function statementOf(
  scope: BusinessScope,
  turn: Turn,
  parts: TurnParts | null,
  rows: object[],
  firstOut: string | null,
): Prisma.Sql {
  const name = Prisma.raw(`/* statement: save-turn${parts ? '-on-its-own' : ''} */`);
  const heard = turn.messages.find((message) => message.direction === 'in');
  return Prisma.sql`${name}
    WITH pending AS (${parts?.pending ?? nothing}
    ), head AS (
      SELECT thread.id, channel_id, send_clock, c.blocked_at, c.refuses, c.allows FROM thread
      JOIN customer c ON c.business_id = thread.business_id AND c.id = thread.customer_id
      WHERE thread.business_id = ${scope.businessId}::uuid AND thread.id = ${turn.threadId}::uuid
        AND next_position = ${turn.firstPosition}::int
        AND ${parts ? Prisma.sql`EXISTS (SELECT FROM pending)` : Prisma.sql`true`}
      FOR NO KEY UPDATE OF thread
    ), leaving AS (${parts?.leaving ?? nothing}
    ), saved AS (
      UPDATE thread SET state = ${JSON.stringify(turn.state ?? null)}::jsonb, updated_at = ${turn.now}::timestamptz,
        next_position = ${turn.firstPosition + rows.length}::int,
        last_inbound_at = greatest(last_inbound_at, ${heard?.at ?? null}::timestamptz),
        send_clock = coalesce((SELECT pair_clock FROM leaving), thread.send_clock)
      FROM head WHERE thread.business_id = ${scope.businessId}::uuid AND thread.id = head.id
      RETURNING (SELECT count(pg_notify(${turn.notice?.channel ?? ''}::text, payload))
        FROM unnest(${turn.notice?.payloads ?? []}::text[]) AS payload)
    ), written AS (
      INSERT INTO message (business_id, id, thread_id, position, direction, effect_id, purpose, label, content, status,
        failure, attempts, sending_since, provider_message_id, sent_at, expires_at, booking_id, created_at)
      SELECT ${scope.businessId}::uuid, r.id, head.id, position, direction, effect_id, coalesce(r.purpose, 'asked-for'), label, content,
        CASE WHEN leaves THEN 'sending' WHEN refused IS NOT NULL THEN 'cancelled' ELSE status END,
        CASE WHEN refused IS NOT NULL THEN jsonb_build_object('kind', refused, 'detail', '') END, leaves::int, CASE WHEN leaves THEN ${turn.now}::timestamptz END,
        provider_message_id, sent_at, expires_at, booking_id, ${turn.now}::timestamptz
      FROM head CROSS JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, position int, direction text,
        effect_id text, purpose text, label text, content jsonb, status text, provider_message_id text, sent_at timestamptz,
        expires_at timestamptz, booking_id uuid)
      CROSS JOIN LATERAL (SELECT coalesce(r.id = ${firstOut}::uuid, false) AND EXISTS (SELECT FROM leaving) AS leaves,
        CASE WHEN direction = 'out' THEN ${refusal} END AS refused) l
    ), done AS (${parts?.done ?? nothing}
    ), job AS (
      SELECT (graphile_worker.add_job('deliver-thread',
        json_build_object('businessId', ${scope.businessId}::uuid, 'channelId', ${turn.channelId}::uuid,
          'threadId', ${turn.threadId}::uuid),
        run_at := ${turn.now}::timestamptz, job_key := 'out:' || ${turn.threadId}::text,
        priority := ${jobPriority['deliver-thread']}::int)).id
      FROM saved WHERE ${firstOut !== null && !turn.sentByCaller}::boolean
    )
    SELECT EXISTS (SELECT FROM saved) AS saved, EXISTS (SELECT FROM leaving) AS leaving, (SELECT count(*) FROM job)::int AS jobs`;
}
