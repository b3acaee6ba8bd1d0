import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../types';
import type { NewChannel } from './connect-channel';

/**
 * Leads a webhook address to this business from now on, over a channel of its own; what came for another business before
 * stays there. Safe to repeat.
 */
export async function routeChannelKey(tx: Tx, scope: BusinessScope, channel: NewChannel): Promise<void> {
  const { businessId } = scope;
  const { key } = channel;
  const known = await tx.channel.findUnique({ where: { businessId_key: { businessId, key } } });
  const id = known?.id ?? newId();
  if (!known) await tx.channel.create({ data: { businessId, id, ...channel } });
  const to = { businessId, channelId: id };
  await tx.channelKey.upsert({ where: { key }, create: { key, ...to }, update: to });
}
