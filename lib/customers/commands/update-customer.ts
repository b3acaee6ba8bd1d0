import type { Tx } from '../../db/client';
import type { CustomerId } from '../../kernel/ids';
import type { Language } from '../../kernel/local-text';
import type { BusinessScope } from '../../tenancy/types';

/** Stores what the customer told us about themselves. Repeating it changes nothing. */
export async function updateCustomer(
  tx: Tx,
  scope: BusinessScope,
  customerId: CustomerId,
  changes: { name?: string; language?: Language },
): Promise<void> {
  await tx.customer.update({
    where: { businessId_id: { businessId: scope.businessId, id: customerId } },
    data: changes,
  });
}
