import type { Db } from '../../db/client';
import type { BusinessScope } from '../types';

/**
 * Marks a channel as refused by its provider (token revoked, account blocked), for people to see. Queued messages
 * stay queued. Repeating it keeps the first reason.
 */
export async function pauseChannel(
  db: Db,
  scope: BusinessScope,
  channelId: string,
  reason: string,
): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId, pausedReason: null },
    data: { pausedReason: reason },
  });
}

/** The provider takes messages again. */
export async function resumeChannel(db: Db, scope: BusinessScope, channelId: string): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId },
    data: { pausedReason: null },
  });
}
