import type { Db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { ConsentPurpose } from '../../messaging/purpose';
import type { InboundContent, OutboundMessage } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import type { ChatRow } from '../schema';
import { shownContentOf } from '../shown-content';
import type { StaffReason } from '../types';

export type ChatSqlRow = {
  id: string;
  customerId: string;
  name: string | null;
  phone: string | null;
  handledBy: 'bot' | 'staff';
  reason: StaffReason | null;
  waiting: boolean;
  unread: number;
  updatedAt: Date;
  lastDirection: 'in' | 'out' | null;
  lastContent: InboundContent | OutboundMessage | null;
  lastStatus: NonNullable<ChatRow['last']>['status'] | null;
  lastAt: Date | null;
};

/** A flag that staff themselves set (they took the chat over) waits only while the customer spoke last. */
const waiting = Prisma.sql`(t.staff_reason IS NOT NULL AND (t.staff_reason <> 'taken-over'
  OR t.last_inbound_at > coalesce(t.last_staff_at, t.handed_over_at)))`;

/** The columns of `ChatSqlRow` for rows of `thread t` joined with `customer c`. */
const columns = Prisma.sql`t.id, t.customer_id AS "customerId", coalesce(c.name, c.profile_name) AS name,
  coalesce(c.phone, c.username) AS phone, t.handled_by AS "handledBy", t.staff_reason AS reason, ${waiting} AS waiting,
  CASE WHEN t.next_position > t.seen_position THEN (SELECT count(*)::int FROM (SELECT 1 FROM message n
    WHERE n.business_id = t.business_id AND n.thread_id = t.id AND n.position >= t.seen_position AND n.direction = 'in'
    LIMIT 100) news) ELSE 0 END AS unread, t.updated_at AS "updatedAt",
  l.direction AS "lastDirection", l.content AS "lastContent", l.status AS "lastStatus",
  coalesce(l.sent_at, l.created_at) AS "lastAt"`;

const from = Prisma.sql`thread t
  JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id
  LEFT JOIN LATERAL (SELECT m.direction, m.content, m.status, m.sent_at, m.created_at FROM message m
    WHERE m.business_id = t.business_id AND m.thread_id = t.id ORDER BY m.position DESC LIMIT 1) l ON true`;

const toRow = (row: ChatSqlRow): ChatRow => ({
  id: row.id,
  customerId: row.customerId,
  name: row.name,
  phone: row.phone,
  handledBy: row.handledBy,
  reason: row.reason,
  waiting: row.waiting,
  unread: row.unread,
  last:
    row.lastDirection && row.lastContent && row.lastStatus && row.lastAt
      ? {
          direction: row.lastDirection,
          content: shownContentOf(row.lastDirection, row.lastContent),
          status: row.lastStatus,
          at: row.lastAt.toISOString(),
        }
      : null,
  updatedAt: row.updatedAt.toISOString(),
});

/** Chats that wait for staff, the longest-waiting first. Bounded: a desk with more than that needs hands, not a list. */
export async function listWaitingChats(db: Db, scope: BusinessScope): Promise<ChatRow[]> {
  const rows = await db.$queryRaw<ChatSqlRow[]>(Prisma.sql`
    SELECT ${columns} FROM ${from} WHERE t.business_id = ${scope.businessId}::uuid AND ${waiting}
    ORDER BY (t.staff_reason = 'emergency') DESC, t.updated_at, t.id LIMIT 100`);
  return rows.map(toRow);
}

/** Where a page of chats ends. */
export type ChatCursor = { updatedAt: string; id: string };

/** The chats that do not wait for staff, newest first, after `after`. */
export async function listOtherChats(
  db: Db,
  scope: BusinessScope,
  input: { after: ChatCursor | null; limit: number },
): Promise<ChatRow[]> {
  const after = input.after
    ? Prisma.sql`AND (t.updated_at, t.id) < (${input.after.updatedAt}::timestamptz, ${input.after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<ChatSqlRow[]>(Prisma.sql`
    SELECT ${columns} FROM ${from} WHERE t.business_id = ${scope.businessId}::uuid AND ${waiting} IS NOT TRUE ${after}
    ORDER BY t.updated_at DESC, t.id DESC LIMIT ${input.limit}::int`);
  return rows.map(toRow);
}

/** Chats of customers whose name or number contains the words, newest first. `pattern` is escaped for ILIKE. */
export async function searchChats(
  db: Db,
  scope: BusinessScope,
  input: { pattern: string; limit: number },
): Promise<ChatRow[]> {
  const rows = await db.$queryRaw<ChatSqlRow[]>(Prisma.sql`
    WITH found AS MATERIALIZED (SELECT id FROM customer WHERE business_id = ${scope.businessId}::uuid
      AND (coalesce("name", '') || ' ' || coalesce("profile_name", '') || ' ' || coalesce("phone", ''))
        ILIKE ${input.pattern}::text LIMIT 500)
    SELECT ${columns} FROM ${from} WHERE t.business_id = ${scope.businessId}::uuid
      AND t.customer_id IN (SELECT id FROM found)
    ORDER BY t.updated_at DESC, t.id DESC LIMIT ${input.limit}::int`);
  return rows.map(toRow);
}

export type ChatHead = ChatRow & {
  blocked: boolean;
  refuses: ConsentPurpose[];
  language: string | null;
  lastInboundAt: Date | null;
  nextPosition: number;
};

/** One chat with what its page needs; null when there is none with this id. */
export async function findChat(db: Db, scope: BusinessScope, threadId: string): Promise<ChatHead | null> {
  type Row = ChatSqlRow &
    Pick<ChatHead, 'blocked' | 'refuses' | 'language' | 'lastInboundAt' | 'nextPosition'>;
  const [row] = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns}, c.blocked_at IS NOT NULL AS blocked, coalesce(c.refuses, '{}') AS refuses, c.language, t.last_inbound_at AS "lastInboundAt",
      t.next_position AS "nextPosition"
    FROM ${from} WHERE t.business_id = ${scope.businessId}::uuid AND t.id = ${threadId}::uuid`);
  if (!row) return null;
  const { blocked, refuses, language, lastInboundAt, nextPosition } = row;
  return { ...toRow(row), blocked, refuses, language, lastInboundAt, nextPosition };
}
