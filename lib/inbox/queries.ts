import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';

/** When something last came on a channel, of any kind and from a customer; null: never. */
export async function lastHeard(
  db: Db,
  scope: BusinessScope,
  channelId: string,
): Promise<{ eventAt: Date | null; messageAt: Date | null }> {
  const { businessId } = scope;
  const orderBy = { id: 'desc' } as const;
  const select = { receivedAt: true } as const;
  const [event, message] = await Promise.all([
    db.inboundEvent.findFirst({ where: { businessId, channelId }, orderBy, select }),
    db.inboundEvent.findFirst({ where: { businessId, channelId, kind: 'message' }, orderBy, select }),
  ]);
  return { eventAt: event?.receivedAt ?? null, messageAt: message?.receivedAt ?? null };
}
