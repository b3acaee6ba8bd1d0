import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

export type BusyTime = { eventId: string; startsAt: Date; endsAt: Date };

/** Writes down the times at which a linked calendar is busy: `all` of them, or what has changed. */
export async function writeBusy(
  tx: Tx,
  { businessId }: BusinessScope,
  of: { linkId: string; all: boolean; busy: readonly BusyTime[]; free: readonly string[] },
): Promise<void> {
  const { linkId, all, busy, free } = of;
  const changed = [...busy.map(({ eventId }) => eventId), ...free];
  await tx.calendarBusy.deleteMany({
    where: { businessId, linkId, ...(!all && { eventId: { in: changed } }) },
  });
  await tx.calendarBusy.createMany({ data: busy.map((one) => ({ businessId, linkId, ...one })) });
}
