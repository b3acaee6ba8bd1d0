import type { Db } from '../../db/client';
import type { InboundContent, OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import type { ChatMessage } from '../schema';
import { shownContentOf } from '../shown-content';

type Row = Omit<ChatMessage, 'content' | 'at' | 'failure'> & {
  content: InboundContent | OutboundMessage;
  failure: { kind?: string; title?: string; detail?: string } | null;
  at: Date;
};

/**
 * The newest messages before a position, in the order in which they were said. A reply of staff names who wrote it:
 * their id is in the key of the act.
 */
export async function listMessages(
  db: Db,
  scope: BusinessScope,
  input: { threadId: string; before: number | null; limit: number },
): Promise<ChatMessage[]> {
  const before = input.before ?? 2_147_483_647;
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id, m.position, m.direction, m.content, m.status, m.failure, u.name AS author,
      coalesce(m.sent_at, m.created_at) AS at
    FROM message m
    LEFT JOIN staff_user u ON m.label = 'staff' AND u.id::text = split_part(m.effect_id, ':', 2)
    WHERE m.business_id = ${scope.businessId}::uuid AND m.thread_id = ${input.threadId}::uuid
      AND m.position < ${before}::int
    ORDER BY m.position DESC LIMIT ${input.limit}::int`;
  return rows.reverse().map(({ content, failure, at, ...rest }) => ({
    ...rest,
    content: shownContentOf(rest.direction, content),
    failure: failure && {
      kind: failure.kind ?? 'rejected',
      detail: failure.detail ?? failure.title ?? '',
    },
    at: at.toISOString(),
  }));
}

/** Whether a message with this key was written already. */
export async function hasMessage(db: Db, scope: BusinessScope, effectId: string): Promise<boolean> {
  const where = { businessId_effectId: { businessId: scope.businessId, effectId } };
  return (await db.message.findUnique({ where, select: { id: true } })) !== null;
}
