import type { Tx } from '../../db/client';
import type { BusinessScope } from '../types';

export type RenewedChannel = {
  channelId: string;
  phoneNumberId: string;
  wabaId: string | null;
  displayPhone: string | null;
  /** Sealed; this room never sees them open. */
  credentials: string;
};

/**
 * New keys or ids at the same provider. A pause may have been for the old ones and ends; whether the address is known has to
 * be seen anew. False where there is no such channel.
 */
export async function renewChannelRow(
  tx: Tx,
  { businessId }: BusinessScope,
  { channelId, ...to }: RenewedChannel,
): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { businessId, id: channelId },
    data: { ...to, pausedReason: null, unprovedAt: null },
  });
  return count === 1;
}

/** Takes a number out of use, or back into it. False where nothing changed. */
export async function archiveChannelRow(
  tx: Tx,
  { businessId }: BusinessScope,
  { channelId, at }: { channelId: string; at: Date | null },
): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { businessId, id: channelId, archivedAt: at === null ? { not: null } : null },
    data: { archivedAt: at },
  });
  return count === 1;
}
