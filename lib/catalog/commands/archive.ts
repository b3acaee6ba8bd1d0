import type { Tx } from '../../db/client';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import { touchCatalog } from './touch-catalog';

/** Takes a court, doctor or service out of the offer (`at`), or puts it back (null). History stays. Throws `not-found`. */
export async function archive(
  tx: Tx,
  scope: BusinessScope,
  input: { kind: 'resource' | 'service'; id: string; at: Date | null },
): Promise<void> {
  const { kind, id, at } = input;
  await touchCatalog(tx, scope);
  const change = { where: { businessId: scope.businessId, id }, data: { archivedAt: at } };
  const { count } =
    kind === 'resource' ? await tx.resource.updateMany(change) : await tx.service.updateMany(change);
  if (count === 0) throw new AppError('not-found', 'There is nothing here.');
}
