import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { newId } from '../../db/new-id';
import type { ServiceId } from '../../kernel/ids';
import { defaultRules } from '../../reminders/defaults';
import type { BusinessScope } from '../../tenancy/types';
import { serviceSchema } from '../schema';
import type { CatalogService } from '../types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/**
 * Adds a service, offered by nobody yet (`offerService`) at one price (`addPriceRules`), with the usual reminders of its
 * kind. Throws `invalid`.
 */
export async function createService(
  tx: Tx,
  scope: BusinessScope,
  input: Omit<CatalogService, 'id' | 'priceRules' | 'offerings'> & { position: number },
): Promise<ServiceId> {
  const { description, deposit, ...data } = parseInput(serviceSchema, input, 'service');
  const id = newId<ServiceId>();
  const { businessId } = scope;
  await touchCatalog(tx, scope);
  await tx.service.create({
    data: {
      businessId,
      id,
      ...data,
      description: description ?? Prisma.DbNull,
      deposit: deposit ?? Prisma.DbNull,
      position: input.position,
    },
  });
  await tx.reminderRule.createMany({
    data: defaultRules[data.kind].map((rule) => ({
      businessId,
      id: newId(),
      serviceId: id,
      ...rule,
    })),
  });
  return id;
}
