import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { ResourceId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { resourceSchema } from '../schema';
import type { CatalogResource } from '../types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Adds a court or a doctor; `position` orders the lists. Throws `invalid`. */
export async function createResource(
  tx: Tx,
  scope: BusinessScope,
  input: Omit<CatalogResource, 'id'> & { position: number },
): Promise<ResourceId> {
  const { detail, ...data } = parseInput(resourceSchema, input, 'court or doctor');
  const id = newId<ResourceId>();
  const { businessId } = scope;
  await touchCatalog(tx, scope);
  await tx.resource.create({
    data: { businessId, id, ...data, detail: detail ?? Prisma.DbNull, position: input.position },
  });
  return id;
}
