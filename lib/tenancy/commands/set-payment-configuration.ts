import type { Tx } from '../../db/client';
import type { BusinessScope } from '../types';

/** Names what customers of this channel pay by inside WhatsApp; null: by link. False where there is no such channel. */
export async function setPaymentConfiguration(
  tx: Tx,
  { businessId }: BusinessScope,
  { channelId, name }: { channelId: string; name: string | null },
): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { businessId, id: channelId },
    data: { paymentConfiguration: name },
  });
  return count === 1;
}
