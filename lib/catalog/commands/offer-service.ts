import { z } from 'zod';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { OfferedResource } from '../../scheduling/types';
import { offeringSchema } from '../schema';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/**
 * Says which resources offer a service, each with its own lengths, step and price where they differ. A resource that
 * offers it already keeps its old terms. Throws `invalid`; the database refuses ids of another business.
 */
export async function offerService(
  tx: Tx,
  scope: BusinessScope,
  serviceId: string,
  input: readonly Omit<OfferedResource, 'capacity'>[],
): Promise<void> {
  const offerings = parseInput(z.array(offeringSchema), input, 'offer');
  await touchCatalog(tx, scope);
  await tx.offering.createMany({
    data: offerings.map((offering) => ({ businessId: scope.businessId, serviceId, ...offering })),
    skipDuplicates: true,
  });
}
