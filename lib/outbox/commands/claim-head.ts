import type { Statements } from '../../db/statements';
import { Prisma } from '../../db/generated/client';
import type { MessageId, ThreadId } from '../../kernel/ids';
import { refusalSql } from '../../messaging/purpose';
import type { OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { recipientOf } from '../recipient';
import { pairStepMs, type SendingLimits } from '../rates';
import type { ClaimedMessage } from '../types';

type Row = {
  id: string;
  content: unknown;
  attempts: number;
  createdAt: Date;
  expiresAt: Date | null;
  waId: string | null;
  bsuid: string | null;
};

const refusal = Prisma.raw(refusalSql('c', { purpose: 'm.purpose', booking: 'm.booking_id' }));

/**
 * Takes the head of a thread's outbox for sending, in one statement, where nothing is unusual about it: a fresh
 * message that the customer does not refuse, their window open, the channel not paused, both of Meta's rates with room. It is `sending` when
 * this returns: a crash from here on is seen as an unknown outcome and not as "never sent". Null otherwise.
 * The thread is locked before the channel, as where a turn is saved.
 */
export async function claimHead(
  db: Statements,
  scope: BusinessScope,
  input: { threadId: string; windowOpenSince: Date } & SendingLimits,
): Promise<ClaimedMessage | null> {
  const { threadId, now } = input;
  const rows = await db.$queryRaw<Row[]>`/* statement: claim-head */
    WITH head AS (
      SELECT m.id, m.status, m.content ->> 'kind' AS kind, m.next_attempt_at, m.expires_at, t.channel_id, c.wa_id, c.bsuid,
        ${refusal} AS refusal
      FROM message m
      JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
        AND t.last_inbound_at > ${input.windowOpenSince}::timestamptz
        AND coalesce(t.send_clock, ${now}::timestamptz) <= ${input.pairLimit}::timestamptz
      JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id
      WHERE m.business_id = ${scope.businessId}::uuid AND m.thread_id = ${threadId}::uuid
        AND m.direction = 'out' AND m.status IN ('queued', 'sending')
      ORDER BY m.position LIMIT 1 FOR NO KEY UPDATE OF t
    ), usual AS (
      SELECT * FROM head WHERE status = 'queued' AND kind <> 'template' AND next_attempt_at IS NULL
        AND (expires_at IS NULL OR expires_at > ${now}::timestamptz) AND coalesce(wa_id, bsuid) IS NOT NULL
        AND refusal IS NULL
    ), number AS (
      UPDATE channel n SET send_clock = greatest(coalesce(n.send_clock, ${now}::timestamptz), ${now}::timestamptz)
        + ${input.stepMs}::float8 * interval '1 millisecond'
      FROM usual WHERE n.business_id = ${scope.businessId}::uuid AND n.id = usual.channel_id AND n.paused_reason IS NULL
        AND n.archived_at IS NULL
        AND coalesce(n.send_clock, ${now}::timestamptz) <= ${input.channelLimit}::timestamptz
      RETURNING usual.id
    ), pair AS (
      UPDATE thread t SET send_clock = greatest(coalesce(t.send_clock, ${now}::timestamptz), ${now}::timestamptz)
        + ${pairStepMs}::float8 * interval '1 millisecond'
      FROM number WHERE t.business_id = ${scope.businessId}::uuid AND t.id = ${threadId}::uuid
    )
    UPDATE message m SET status = 'sending', sending_since = ${now}::timestamptz, attempts = m.attempts + 1
    FROM number, usual WHERE m.business_id = ${scope.businessId}::uuid AND m.id = number.id AND m.status = 'queued'
    RETURNING m.id, m.content, m.attempts, m.created_at AS "createdAt", m.expires_at AS "expiresAt",
      usual.wa_id AS "waId", usual.bsuid`;
  const row = rows[0];
  if (!row) return null;
  const { waId, bsuid, content, ...rest } = row;
  // The content was written by saveTurn from this very type.
  return {
    ...rest,
    id: rest.id as MessageId,
    threadId: threadId as ThreadId,
    content: content as OutboundMessage,
    to: recipientOf({ waId, bsuid }),
  };
}
