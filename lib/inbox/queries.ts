import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';

export type StoredEvent = { id: string; channelId: string; payload: unknown; attempts: number };

/** The oldest message of one sender that nobody has handled yet, in order of arrival; null when all are done. */
export async function findNextMessage(
  db: Db,
  scope: BusinessScope,
  sender: { channelId: string; senderKey: string },
): Promise<StoredEvent | null> {
  return db.inboundEvent.findFirst({
    where: { businessId: scope.businessId, ...sender, kind: 'message', status: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true, channelId: true, payload: true, attempts: true },
  });
}

/** An event nobody has handled yet; null when it is done, so that a repeated job does nothing. */
export async function findPendingEvent(
  db: Db,
  scope: BusinessScope,
  id: string,
): Promise<StoredEvent | null> {
  return db.inboundEvent.findFirst({
    where: { businessId: scope.businessId, id, status: 'pending' },
    select: { id: true, channelId: true, payload: true, attempts: true },
  });
}
