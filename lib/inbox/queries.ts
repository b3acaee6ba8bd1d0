import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';

export type StoredEvent = { id: string; channelId: string; payload: unknown; receivedAt: Date };

/** The oldest message of one sender that nobody has handled yet, in order of arrival; null when all are done. */
export async function findNextMessage(
  db: Db,
  scope: BusinessScope,
  sender: { channelId: string; senderKey: string },
): Promise<StoredEvent | null> {
  const rows = await db.$queryRaw<StoredEvent[]>`/* statement: next-message */
    SELECT id, channel_id AS "channelId", payload, received_at AS "receivedAt" FROM inbound_event
    WHERE business_id = ${scope.businessId}::uuid AND channel_id = ${sender.channelId}::uuid
      AND sender_key = ${sender.senderKey} AND kind = 'message' AND status = 'pending'
    ORDER BY id LIMIT 1`;
  return rows[0] ?? null;
}
