import type { Db } from '../db/client';
import type { CustomerId } from '../kernel/ids';
import type { InboundContent } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import { threadColumns } from './sql/thread-columns';
import { toThread, type ThreadRow } from './thread-row';
import type { StaffReason, Thread } from './types';

/** A chat in which a customer may be written to, and whether its number is working. */
export type ReachableThread = Thread & { channelPaused: boolean };

type Row = ThreadRow & { channelPaused: boolean };

/** The chat in which a customer wrote last; null for one who never wrote, or can no longer be written to. */
export async function findLatestThread(
  db: Db,
  scope: BusinessScope,
  customerId: string,
): Promise<ReachableThread | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${threadColumns}, h.paused_reason IS NOT NULL AS "channelPaused"
    FROM thread
    JOIN channel h ON h.business_id = thread.business_id AND h.id = thread.channel_id AND h.archived_at IS NULL
    JOIN customer c ON c.business_id = thread.business_id AND c.id = thread.customer_id
    WHERE thread.business_id = ${scope.businessId}::uuid AND thread.customer_id = ${customerId}::uuid
      AND (c.wa_id IS NOT NULL OR c.bsuid IS NOT NULL) AND c.erased_at IS NULL
    ORDER BY h.paused_reason IS NOT NULL, thread.last_inbound_at DESC NULLS LAST LIMIT 1`;
  if (!row) return null;
  return toThread(row);
}

/** Whether the act with this effect id has written its message already. */
export async function isMessageWritten(db: Db, scope: BusinessScope, effectId: string): Promise<boolean> {
  const found = await db.message.findUnique({
    where: { businessId_effectId: { businessId: scope.businessId, effectId } },
    select: { id: true },
  });
  return found !== null;
}

/** A chat as somebody who looks on sees it. */
export type SeenThread = {
  state: unknown;
  handledBy: 'bot' | 'staff';
  staffReason: StaffReason | null;
  updatedAt: Date;
};

/** A customer's chat on a channel, not locked; null before their first message there. */
export async function findThread(
  db: Db,
  scope: BusinessScope,
  of: { channelId: string; customerId: string },
): Promise<SeenThread | null> {
  const row = await db.thread.findUnique({
    where: { businessId_customerId_channelId: { businessId: scope.businessId, ...of } },
    select: { state: true, handledBy: true, staffReason: true, updatedAt: true },
  });
  if (!row) return null;
  // Only this room's commands write the reason, always one of these.
  const staffReason = row.staffReason as StaffReason | null;
  return { ...row, staffReason, handledBy: row.handledBy === 'staff' ? 'staff' : 'bot' };
}

export type BookingMessage = { at: Date; label: string; body: string; status: string };

/** The newest of our messages that tell of what was done to a booking, in whichever chat, oldest first. */
export async function listMessagesOfBooking(
  db: Db,
  scope: BusinessScope,
  input: { bookingId: string; limit: number },
): Promise<BookingMessage[]> {
  const rows = await db.$queryRaw<BookingMessage[]>`
    SELECT created_at AS at, label, coalesce(content->>'body', '') AS body, status FROM message
    WHERE business_id = ${scope.businessId}::uuid AND booking_id = ${input.bookingId}::uuid
    ORDER BY created_at DESC, position DESC LIMIT ${input.limit}::int`;
  return rows.reverse();
}

/** A customer's message with a file, and the channel it came through; null where this chat has no such message. */
export async function findMedia(
  db: Db,
  scope: BusinessScope,
  { threadId, messageId }: { threadId: string; messageId: string },
): Promise<{ channelId: string; content: Extract<InboundContent, { kind: 'media' }> } | null> {
  const found = await db.message.findFirst({
    where: { businessId: scope.businessId, id: messageId, threadId, direction: 'in' },
    select: { content: true, thread: { select: { channelId: true } } },
  });
  // Written by `saveTurn`, or erased since.
  const content = found?.content as InboundContent | { kind: 'erased' } | undefined;
  return found && content?.kind === 'media' ? { channelId: found.thread.channelId, content } : null;
}

/** Whose chat it is; null for a chat that is not this business's. */
export async function findThreadCustomer(
  db: Db,
  { businessId }: BusinessScope,
  id: string,
): Promise<CustomerId | null> {
  const row = await db.thread.findUnique({
    where: { businessId_id: { businessId, id } },
    select: { customerId: true },
  });
  return row ? (row.customerId as CustomerId) : null;
}

/** The number a chat is on; null for a chat that is not this business's. */
export async function findChannelOf(
  db: Db,
  { businessId }: BusinessScope,
  id: string,
): Promise<string | null> {
  const row = await db.thread.findUnique({
    where: { businessId_id: { businessId, id } },
    select: { channelId: true },
  });
  return row?.channelId ?? null;
}
