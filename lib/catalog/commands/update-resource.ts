import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import { resourceSchema } from '../schema';
import type { CatalogResource } from '../types';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Writes a court or a doctor anew; bookings keep pointing at it. Throws `invalid` or `not-found`. */
export async function updateResource(
  tx: Tx,
  scope: BusinessScope,
  id: string,
  input: Omit<CatalogResource, 'id'>,
): Promise<void> {
  const { detail, ...data } = parseInput(resourceSchema, input, 'court or doctor');
  await touchCatalog(tx, scope);
  const { count } = await tx.resource.updateMany({
    where: { businessId: scope.businessId, id },
    data: { ...data, detail: detail ?? Prisma.DbNull },
  });
  if (count === 0) throw new AppError('not-found', 'There is no such court or doctor.');
}
