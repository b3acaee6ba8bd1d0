import type { Tx } from '../../db/client';
import { AppError } from '../../kernel/app-error';
import type { Closure } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { closureColumns, toClosure } from '../queries';
import { touchCatalog } from './touch-catalog';

/**
 * Lifts a closure, for all its days. The row stays as history. Returns what was lifted; null
 * when it was lifted before, so that repeating it changes nothing. Throws `not-found`.
 */
export async function removeClosure(
  tx: Tx,
  scope: BusinessScope,
  input: { closureId: string; now: Date },
): Promise<Closure | null> {
  const { businessId } = scope;
  const { closureId: id, now } = input;
  const { count } = await tx.closure.updateMany({
    where: { businessId, id, removedAt: null },
    data: { removedAt: now },
  });
  const row = await tx.closure.findUnique({
    where: { businessId_id: { businessId, id } },
    select: closureColumns,
  });
  if (!row) throw new AppError('not-found', 'There is no such closure.');
  if (count === 0) return null;
  await touchCatalog(tx, scope);
  return toClosure(row);
}
