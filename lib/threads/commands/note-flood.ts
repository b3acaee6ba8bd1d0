import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** Stores that a chat is not answered until then, and with `toldAt` that its customer has been asked to slow down. */
export async function noteFlood(
  tx: Tx,
  scope: BusinessScope,
  input: { threadId: string; until: Date; toldAt: Date | null },
): Promise<void> {
  await tx.thread.update({
    where: { businessId_id: { businessId: scope.businessId, id: input.threadId } },
    data: { floodUntil: input.until, ...(input.toldAt && { floodToldAt: input.toldAt }) },
  });
}
