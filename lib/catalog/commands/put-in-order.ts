import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { touchCatalog } from './touch-catalog';

/** The order in which customers and staff see courts and doctors, or services. Ids of others are ignored. */
export async function putInOrder(
  tx: Tx,
  scope: BusinessScope,
  input: { kind: 'resource' | 'service'; ids: readonly string[] },
): Promise<void> {
  await touchCatalog(tx, scope);
  const { businessId } = scope;
  for (const [position, id] of input.ids.entries()) {
    const change = { where: { businessId, id }, data: { position } };
    await (input.kind === 'resource' ? tx.resource.updateMany(change) : tx.service.updateMany(change));
  }
}
