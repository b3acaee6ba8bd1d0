import type { Db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { refusalSql } from '../messaging/purpose';
import type { OutboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import { reachMs } from './reach';
import { recipientOf } from './recipient';
import type { DueMessage } from './types';

const refusal = Prisma.raw(refusalSql('c', { purpose: 'm.purpose', booking: 'm.booking_id' }));

type Row = Omit<DueMessage, 'content' | 'to'> & {
  content: unknown;
  waId: string | null;
  bsuid: string | null;
};

/** The oldest message of a thread still to be sent: later ones wait for it, so that a customer's order is kept. */
export async function findHeadMessage(
  db: Db,
  scope: BusinessScope,
  threadId: string,
): Promise<DueMessage | null> {
  const rows = await db.$queryRaw<Row[]>`/* statement: head-message */
    SELECT m.id, m.thread_id AS "threadId", t.channel_id AS "channelId", m.content, m.status, m.attempts,
      m.created_at AS "createdAt", m.next_attempt_at AS "nextAttemptAt", m.sending_since AS "sendingSince",
      m.expires_at AS "expiresAt", m.held_at AS "heldAt", ${refusal} AS refusal, t.last_inbound_at AS "lastInboundAt", c.wa_id AS "waId", c.bsuid
    FROM message m
    JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
    JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id
    WHERE m.business_id = ${scope.businessId}::uuid AND m.thread_id = ${threadId}::uuid
      AND m.direction = 'out' AND m.status IN ('queued', 'sending')
    ORDER BY m.position LIMIT 1`;
  const row = rows[0];
  if (!row) return null;
  const { waId, bsuid, content, ...rest } = row;
  return {
    ...rest,
    // Written by saveTurn from this very type.
    content: content as OutboundMessage,
    to: recipientOf({ waId, bsuid }),
  };
}

/** What did not go out on a channel: alike failures together. */
export type FailureCount = {
  /** Of ours (lib/channels ChannelFailureKind, or what the outbox itself gave up for). */
  kind: string;
  /** The provider's own code, where it gave one. */
  code: number | null;
  /** Of the last of them, in the provider's words. */
  detail: string;
  count: number;
  lastAt: Date;
};

/** What did not go out on a channel since an instant, most frequent first. */
export const countFailures = (
  db: Db,
  scope: BusinessScope,
  { channelId, since }: { channelId: string; since: Date },
): Promise<FailureCount[]> =>
  db.$queryRaw<FailureCount[]>`/* statement: count-failures */
    SELECT m.failure ->> 'kind' AS kind, (m.failure ->> 'code')::int AS code, count(*)::int AS count,
      max(m.created_at) AS "lastAt", (array_agg(m.failure ->> 'detail' ORDER BY m.created_at DESC))[1] AS detail
    FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
    WHERE m.business_id = ${scope.businessId}::uuid AND t.channel_id = ${channelId}::uuid AND m.direction = 'out'
      AND m.status = 'failed' AND m.failure IS NOT NULL AND m.created_at >= ${since}::timestamptz
    GROUP BY 1, 2 ORDER BY count DESC, "lastAt" DESC LIMIT 20`;

/** When a channel's provider last took a message; null: never. Newest ids are looked at first. */
export async function lastSentAt(db: Db, scope: BusinessScope, channelId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`/* statement: last-sent */
    SELECT m.sent_at AS at FROM message m
    JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id AND t.channel_id = ${channelId}::uuid
    WHERE m.business_id = ${scope.businessId}::uuid AND m.direction = 'out' AND m.sent_at IS NOT NULL
    ORDER BY m.id DESC LIMIT 1`;
  return row?.at ?? null;
}

/** What the provider tells of the messaging limit, by number; null for one that tells nothing. */
export async function listTiers(db: Db, { businessId }: BusinessScope): Promise<(string | null)[]> {
  const rows = await db.channel.findMany({
    where: { businessId, archivedAt: null },
    select: { messagingLimitTier: true },
  });
  return rows.map((row) => row.messagingLimitTier);
}

/** How far the messaging limit is used up, and how many messages wait for it. */
export async function loadReach(
  db: Db,
  scope: BusinessScope,
  now: Date,
): Promise<{ reached: number; waiting: number }> {
  const since = new Date(now.getTime() - reachMs);
  const [row] = await db.$queryRaw<{ reached: number; waiting: number }[]>`/* statement: load-reach */
    SELECT (SELECT count(*)::int FROM reached_customer
        WHERE business_id = ${scope.businessId}::uuid AND reached_at > ${since}::timestamptz) AS reached,
      (SELECT count(*)::int FROM message
        WHERE business_id = ${scope.businessId}::uuid AND held_at IS NOT NULL AND status = 'queued') AS waiting`;
  return row ?? { reached: 0, waiting: 0 };
}
