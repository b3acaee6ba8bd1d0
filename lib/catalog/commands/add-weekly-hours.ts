import { z } from 'zod';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { WeeklyHours } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { weeklyHoursSchema } from '../schema';
import { optionalDate } from './calendar-date';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/** Adds opening hours and breaks, of the business or of one resource. Throws `invalid`. */
export async function addWeeklyHours(
  tx: Tx,
  scope: BusinessScope,
  input: readonly WeeklyHours[],
): Promise<void> {
  const hours = parseInput(z.array(weeklyHoursSchema), input, 'timetable');
  await touchCatalog(tx, scope);
  await tx.weeklyHours.createMany({
    data: hours.map(({ validFrom, validTo, ...rest }) => ({
      businessId: scope.businessId,
      id: newId(),
      ...rest,
      validFrom: optionalDate(validFrom),
      validTo: optionalDate(validTo),
    })),
  });
}
