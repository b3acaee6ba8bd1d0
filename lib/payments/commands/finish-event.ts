import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { GatewayEvent } from '../queries';

export const findEvent = (db: Db, { businessId }: BusinessScope, id: string): Promise<GatewayEvent | null> =>
  db.gatewayEvent.findUnique({ where: { businessId_id: { businessId, id } } });

/** An event could not be used now; it stays pending. */
export async function countTry(
  db: Db,
  { businessId }: BusinessScope,
  { eventId, error }: { eventId: string; error: string },
): Promise<void> {
  await db.gatewayEvent.updateMany({
    where: { businessId, id: eventId, status: 'pending' },
    data: { tries: { increment: 1 }, error },
  });
}

/** Writes what came of an event, and which attempt and payment it was about. */
export async function finishEvent(
  db: Db,
  { businessId }: BusinessScope,
  input: {
    eventId: string;
    status: 'done' | 'ignored' | 'unmatched' | 'failed';
    attemptId?: string | null;
    paymentId?: string | null;
    error?: string;
    now: Date;
  },
): Promise<void> {
  const { eventId, now, ...data } = input;
  await db.gatewayEvent.updateMany({
    where: { businessId, id: eventId },
    data: { ...data, tries: { increment: 1 }, handledAt: now },
  });
}
