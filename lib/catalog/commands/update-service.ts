import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import { serviceSchema } from '../schema';
import type { CatalogService } from '../types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Writes a service's own terms anew; what is booked already keeps its time and price. Throws `invalid` or `not-found`. */
export async function updateService(
  tx: Tx,
  scope: BusinessScope,
  id: string,
  input: Omit<CatalogService, 'id' | 'priceRules' | 'offerings'>,
): Promise<void> {
  const { description, deposit, ...data } = parseInput(serviceSchema, input, 'service');
  await touchCatalog(tx, scope);
  const { count } = await tx.service.updateMany({
    where: { businessId: scope.businessId, id },
    data: { ...data, description: description ?? Prisma.DbNull, deposit: deposit ?? Prisma.DbNull },
  });
  if (count === 0) throw new AppError('not-found', 'There is no such service.');
}
