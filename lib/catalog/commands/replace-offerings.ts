import { z } from 'zod';
import type { Tx } from '../../db/client';
import type { OfferedResource } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { offeringSchema } from '../schema';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

export type NewOffering = Omit<OfferedResource, 'capacity'> & { serviceId: string };

const schema = z.array(offeringSchema.extend({ serviceId: z.string() }));

/**
 * Says anew who offers one service, or what one court or doctor offers; what stood there before is gone. Throws
 * `invalid`; the database refuses ids of another business.
 */
export async function replaceOfferings(
  tx: Tx,
  scope: BusinessScope,
  of: { serviceId: string } | { resourceId: string },
  input: readonly NewOffering[],
): Promise<void> {
  const { businessId } = scope;
  const offerings = parseInput(schema, input, 'offer');
  await touchCatalog(tx, scope);
  await tx.offering.deleteMany({ where: { businessId, ...of } });
  await tx.offering.createMany({ data: offerings.map((offering) => ({ businessId, ...offering, ...of })) });
}
