import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { ServiceId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { serviceSchema } from '../schema';
import type { CatalogService } from '../types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Adds a service, offered by nobody yet (`offerService`) at one price (`addPriceRules`). Throws `invalid`. */
export async function createService(
  tx: Tx,
  scope: BusinessScope,
  input: Omit<CatalogService, 'id' | 'priceRules' | 'offerings'> & { position: number },
): Promise<ServiceId> {
  const { description, ...data } = parseInput(serviceSchema, input, 'service');
  const id = newId<ServiceId>();
  const { businessId } = scope;
  await touchCatalog(tx, scope);
  await tx.service.create({
    data: { businessId, id, ...data, description: description ?? Prisma.DbNull, position: input.position },
  });
  return id;
}
