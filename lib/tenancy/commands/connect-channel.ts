import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { ChannelId } from '../../kernel/ids';
import type { ChannelProvider } from '../../messaging/providers';
import type { BusinessScope } from '../types';

export type NewChannel = {
  provider: ChannelProvider;
  /** Last part of the webhook's address; unique among all businesses. */
  key: string;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  /** Sealed; this room never sees them open. */
  credentials: string;
};

/** Connects a WhatsApp number to the business. A key that is taken makes the database refuse it: that throws. */
export async function connectChannel(tx: Tx, scope: BusinessScope, channel: NewChannel): Promise<ChannelId> {
  const id = newId<ChannelId>();
  const { businessId } = scope;
  await tx.channel.create({ data: { businessId, id, ...channel } });
  await tx.channelKey.create({ data: { key: channel.key, businessId, channelId: id } });
  return id;
}
