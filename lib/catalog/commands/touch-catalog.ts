import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Says that the offer has changed: whoever keeps a copy reads it again. Every command that writes to services,
 * resources, hours, closures, prices or the business itself calls it in its transaction.
 */
export async function touchCatalog(tx: Tx, scope: BusinessScope): Promise<void> {
  await tx.$executeRaw`UPDATE business SET catalog_version = catalog_version + 1 WHERE id = ${scope.businessId}::uuid`;
}
