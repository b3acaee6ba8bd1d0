import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { CustomerId, ThreadId } from '../../kernel/ids';
import type { LocalDate } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Puts a customer on the waiting list of a service for a day. Asking again for the same day and resource keeps
 * the place in the list, or the offer under way; `already` says so.
 */
export async function joinWaitlist(
  tx: Tx,
  scope: BusinessScope,
  input: {
    customerId: CustomerId;
    threadId: ThreadId;
    serviceId: string;
    resourceId: string | null;
    onDate: LocalDate;
    durationMinutes: number;
    now: Date;
  },
): Promise<{ already: boolean }> {
  const { now, onDate, ...wanted } = input;
  const same = { businessId: scope.businessId, customerId: input.customerId, serviceId: input.serviceId };
  const date = new Date(`${onDate}T00:00:00Z`);
  const known = await tx.waitlistEntry.findFirst({
    where: { ...same, resourceId: input.resourceId, onDate: date, status: { in: ['waiting', 'offered'] } },
    select: { id: true },
  });
  if (known) return { already: true };
  await tx.waitlistEntry.create({
    data: { ...wanted, businessId: scope.businessId, id: newId(), onDate: date, createdAt: now },
  });
  return { already: false };
}
