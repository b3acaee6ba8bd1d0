import type { Tx } from '../../db/client';
import type { ChannelProvider } from '../../messaging/providers';
import type { BusinessScope } from '../types';

export type MovedChannel = {
  channelId: string;
  provider: ChannelProvider;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  /** Sealed; this room never sees them open. */
  credentials: string;
};

/**
 * Puts a channel into another provider's hands: its row, and so its threads, messages and whatever waits to be sent, stay.
 * A pause was the old provider's and ends; what customers paid by inside WhatsApp was set up at the old account and is
 * forgotten, as is that the address was known there. False where there is no such channel.
 */
export async function moveChannelRow(
  tx: Tx,
  { businessId }: BusinessScope,
  { channelId, ...to }: MovedChannel,
): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { businessId, id: channelId },
    data: {
      ...to,
      pausedReason: null,
      paymentConfiguration: null,
      verifiedAt: null,
      unprovedAt: null,
      testedAt: null,
    },
  });
  return count === 1;
}
