import { z } from 'zod';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { PriceRule } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { priceRuleSchema } from '../schema';
import { optionalDate } from './calendar-date';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Adds prices that replace the service's own where they apply; docs/pricing.md says which wins. Throws `invalid`. */
export async function addPriceRules(
  tx: Tx,
  scope: BusinessScope,
  serviceId: string,
  input: readonly PriceRule[],
): Promise<void> {
  const rules = parseInput(z.array(priceRuleSchema), input, 'price');
  await touchCatalog(tx, scope);
  await tx.priceRule.createMany({
    data: rules.map(({ validFrom, validTo, ...rest }) => ({
      businessId: scope.businessId,
      id: newId(),
      serviceId,
      ...rest,
      validFrom: optionalDate(validFrom),
      validTo: optionalDate(validTo),
    })),
  });
}
