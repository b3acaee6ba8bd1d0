import { z } from 'zod';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Closure } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { closureSchema } from '../schema';
import { calendarDate } from './calendar-date';
import { parseInput } from './parse-input';
import { touchCatalog } from './touch-catalog';

/**
 * Adds holidays, leave and maintenance, of the business or of one resource. Bookings already made stay: the caller
 * lists them (`listBookingsBetween`) and settles them with the customers. Throws `invalid`.
 */
export async function addClosures(
  tx: Tx,
  scope: BusinessScope,
  input: readonly Closure[],
  now: Date,
): Promise<void> {
  const closures = parseInput(z.array(closureSchema), input, 'closure');
  await touchCatalog(tx, scope);
  await tx.closure.createMany({
    data: closures.map(({ startsOn, endsOn, ...rest }) => ({
      businessId: scope.businessId,
      id: newId(),
      ...rest,
      startsOn: calendarDate(startsOn),
      endsOn: calendarDate(endsOn),
      createdAt: now,
    })),
  });
}
