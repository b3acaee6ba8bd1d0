import { costQuerySchema, type CostReport } from '../costs/schema';
import type { BusinessScope } from '../tenancy/types';
import { loadCosts } from '../workflows/costs/load-costs';
import { world } from './world';

/** The first view of what messages cost: the month in the address, or the running one. */
export function loadCostPage(scope: BusinessScope, wanted: { month?: unknown }): Promise<CostReport> {
  const { database, clock } = world();
  const asked = costQuerySchema.safeParse({ month: wanted.month });
  return loadCosts(database.prisma, scope, { month: asked.data?.month, now: clock.now() });
}
