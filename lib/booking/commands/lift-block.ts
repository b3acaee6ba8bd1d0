import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor } from '../types';

/**
 * Gives blocked time back, and records who did it. The rows stay as history. Ids of anything but a block or leave
 * are ignored. Returns how many were lifted; repeating it lifts none.
 */
export async function liftBlock(
  tx: Tx,
  scope: BusinessScope,
  input: { ids: readonly string[]; actor: Actor; now: Date; reason: string },
): Promise<number> {
  const { businessId } = scope;
  const { count } = await tx.occupancy.updateMany({
    where: { businessId, id: { in: [...input.ids] }, active: true, kind: { in: ['block', 'leave'] } },
    data: { active: false },
  });
  if (count > 0) {
    const { actor, now: at, reason, ids } = input;
    await tx.auditEntry.create({
      data: { businessId, id: newId(), at, actor, action: 'lift-block', subject: { ids: [...ids], reason } },
    });
  }
  return count;
}
