import type { Tx } from '../../db/client';
import type { WeeklyHours } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { addWeeklyHours } from './add-weekly-hours';

/**
 * Writes one owner's whole timetable anew: the business's (`resourceId` null) or one resource's. A resource left
 * without open hours keeps the business's. Throws `invalid`.
 */
export async function replaceWeeklyHours(
  tx: Tx,
  scope: BusinessScope,
  resourceId: string | null,
  input: readonly Omit<WeeklyHours, 'resourceId'>[],
): Promise<void> {
  await tx.weeklyHours.deleteMany({ where: { businessId: scope.businessId, resourceId } });
  await addWeeklyHours(
    tx,
    scope,
    input.map((range) => ({ ...range, resourceId })),
  );
}
