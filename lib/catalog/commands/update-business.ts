import type { Tx } from '../../db/client';
import { businessSchema } from '../../tenancy/schema';
import type { BusinessProfile, BusinessScope } from '../../tenancy/types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

const schema = businessSchema.omit({ slug: true });

/** Writes what customers and staff see of the business anew; its address in the dashboard stays. Throws `invalid`. */
export async function updateBusiness(
  tx: Tx,
  scope: BusinessScope,
  input: Omit<BusinessProfile, 'id' | 'slug'>,
): Promise<void> {
  const data = parseInput(schema, input, 'business');
  await touchCatalog(tx, scope);
  await tx.business.update({ where: { id: scope.businessId }, data });
}
