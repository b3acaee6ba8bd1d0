import type { Db, Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Writes down that a message waits for the messaging limit, and its number with it, for people to see. It stays due: a
 * weightier message, or the customer writing, is no reason to wait for a set time.
 */
export async function markHeld(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, channelId, now }: { id: string; channelId: string; now: Date },
): Promise<void> {
  await tx.message.updateMany({ where: { businessId, id, status: 'queued' }, data: { heldAt: now } });
  await tx.channel.updateMany({ where: { businessId, id: channelId, heldAt: null }, data: { heldAt: now } });
}

/** The number waits no more once nothing of it is held. */
export async function noteUnheld(db: Db, scope: BusinessScope, channelId: string): Promise<void> {
  await db.$executeRaw`/* statement: note-unheld */
    UPDATE channel c SET held_at = NULL
    WHERE c.business_id = ${scope.businessId}::uuid AND c.id = ${channelId}::uuid AND c.held_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM message m JOIN thread t ON t.business_id = m.business_id AND t.id = m.thread_id
        WHERE m.business_id = c.business_id AND t.channel_id = c.id AND m.held_at IS NOT NULL AND m.status = 'queued')`;
}
