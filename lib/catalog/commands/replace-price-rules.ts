import type { Tx } from '../../db/client';
import type { PriceRule } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { addPriceRules } from './add-price-rules';

/** Writes all price rules of one service anew; bookings keep the price they were made at. Throws `invalid`. */
export async function replacePriceRules(
  tx: Tx,
  scope: BusinessScope,
  serviceId: string,
  input: readonly PriceRule[],
): Promise<void> {
  await tx.priceRule.deleteMany({ where: { businessId: scope.businessId, serviceId } });
  await addPriceRules(tx, scope, serviceId, input);
}
