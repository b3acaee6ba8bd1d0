import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';

export type FlaggedChat = { businessId: string; id: string };

/** Longer ago nobody counts on an answer any more, and the chat has been flagged once. */
const lookBack = Prisma.sql`interval '6 hours'`;

/** The last message of `thread t`. */
const last = Prisma.sql`JOIN LATERAL (SELECT m.direction, m.label, m.status, m.created_at FROM message m
  WHERE m.business_id = t.business_id AND m.thread_id = t.id ORDER BY m.position DESC LIMIT 1) l ON true`;

/**
 * Flags the chats whose customer has heard nothing since `before`: they wrote last and the bot has said nothing, an answer is
 * written and has not left, or their message itself waits to be worked on. Who asked for no answer (a reaction, an edit), is
 * blocked or wrote far too much is left alone, and so is a chat that staff have a reason to look at already.
 */
export const flagUnanswered = (db: Db, input: { now: Date; before: Date }): Promise<FlaggedChat[]> =>
  db.$queryRaw<FlaggedChat[]>`
    WITH quiet AS (
      SELECT t.business_id, t.id FROM business b
      CROSS JOIN LATERAL (SELECT * FROM thread t WHERE t.business_id = b.id AND t.staff_reason IS NULL
        AND t.updated_at BETWEEN ${input.now}::timestamptz - ${lookBack} AND ${input.before}::timestamptz) t
      JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id AND c.blocked_at IS NULL
      ${last}
      WHERE CASE l.direction
        WHEN 'in' THEN t.handled_by = 'bot' AND l.label NOT IN ('reaction', 'edited', 'deleted', 'number-changed')
          AND coalesce(t.flood_until < l.created_at, true)
        ELSE l.status IN ('queued', 'sending') AND l.created_at < ${input.before}::timestamptz END
      UNION
      SELECT t.business_id, t.id FROM inbound_event e
      JOIN customer c ON c.business_id = e.business_id AND e.sender_key IN (c.wa_id, c.bsuid) AND c.blocked_at IS NULL
      JOIN thread t ON t.business_id = e.business_id AND t.customer_id = c.id AND t.channel_id = e.channel_id
      WHERE e.status = 'pending' AND e.kind = 'message' AND e.received_at < ${input.before}::timestamptz
        AND t.staff_reason IS NULL
    )
    UPDATE thread SET staff_reason = 'unanswered' FROM quiet
    WHERE thread.business_id = quiet.business_id AND thread.id = quiet.id AND thread.staff_reason IS NULL
    RETURNING thread.business_id AS "businessId", thread.id`;

/** Takes the flag from the chats whose customer has their answer by now. */
export const unflagAnswered = (db: Db): Promise<FlaggedChat[]> =>
  db.$queryRaw<FlaggedChat[]>`
    WITH answered AS (
      SELECT t.business_id, t.id FROM thread t ${last}
      WHERE t.staff_reason = 'unanswered' AND l.direction = 'out' AND l.status NOT IN ('queued', 'sending', 'failed')
        AND NOT EXISTS (SELECT FROM inbound_event e JOIN customer c ON c.business_id = e.business_id
          AND e.sender_key IN (c.wa_id, c.bsuid)
          WHERE e.business_id = t.business_id AND e.channel_id = t.channel_id AND c.id = t.customer_id
            AND e.status = 'pending' AND e.kind = 'message')
    )
    UPDATE thread SET staff_reason = NULL FROM answered
    WHERE thread.business_id = answered.business_id AND thread.id = answered.id AND thread.staff_reason = 'unanswered'
    RETURNING thread.business_id AS "businessId", thread.id`;
