import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Marks an event handled, in the transaction of what it caused. False when somebody else already had: the
 * caller must then roll back, so that an event never has two outcomes.
 */
export async function finishEvent(
  tx: Db,
  scope: BusinessScope,
  input: { id: string; status: 'done' | 'ignored' | 'failed'; error?: string; now: Date },
): Promise<boolean> {
  const count = await tx.$executeRaw`/* statement: finish-event */
    UPDATE inbound_event SET status = ${input.status}, error = ${input.error ?? null}, handled_at = ${input.now}
    WHERE business_id = ${scope.businessId}::uuid AND id = ${input.id}::uuid AND status = 'pending'`;
  return count === 1;
}

/** Counts a failed attempt outside the rolled-back transaction; returns how many there have been. */
export async function countAttempt(db: Db, scope: BusinessScope, id: string, error: string): Promise<number> {
  const row = await db.inboundEvent.update({
    where: { businessId_id: { businessId: scope.businessId, id } },
    data: { attempts: { increment: 1 }, error: error.slice(0, 1000) },
    select: { attempts: true },
  });
  return row.attempts;
}
