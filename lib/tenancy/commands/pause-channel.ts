import type { Db } from '../../db/client';
import type { BusinessScope } from '../types';

/**
 * Stops all sending on a channel until somebody has looked (token revoked, account blocked).
 * Queued messages stay queued. Repeating it keeps the first reason.
 */
export async function pauseChannel(db: Db, scope: BusinessScope, channelId: string, reason: string): Promise<void> {
  await db.channel.updateMany({
    where: { businessId: scope.businessId, id: channelId, pausedReason: null },
    data: { pausedReason: reason },
  });
}
