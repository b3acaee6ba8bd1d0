import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { DueMessage } from '../types';

/**
 * Commits "about to call the provider" before the call, so that a crash in between is seen afterwards as an
 * unknown outcome and not as "never sent". False when another process has taken or settled the message.
 */
export async function markSending(
  db: Db,
  scope: BusinessScope,
  message: DueMessage,
  now: Date,
): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: {
      businessId: scope.businessId,
      id: message.id,
      status: message.status,
      attempts: message.attempts,
    },
    data: {
      status: 'sending',
      sendingSince: now,
      attempts: { increment: 1 },
      ...(message.status === 'sending' && { resends: { increment: 1 } }),
    },
  });
  return count === 1;
}
