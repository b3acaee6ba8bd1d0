import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';

/** Counts up with every change of the offer. */
export const catalogVersion = (scope: BusinessScope): Prisma.Sql =>
  Prisma.sql`SELECT catalog_version AS version FROM business WHERE id = ${scope.businessId}::uuid`;
