import type { Tx } from '../../db/client';
import type { ReminderForm } from '../../reminders/schema';
import type { BusinessScope } from '../../tenancy/types';

/** Writes the hours in which no reminder of the business goes out; null: none. */
export async function setQuietHours(
  tx: Tx,
  scope: BusinessScope,
  quiet: ReminderForm['quiet'],
): Promise<void> {
  await tx.business.update({
    where: { id: scope.businessId },
    data: { quietFromMinute: quiet?.from ?? null, quietToMinute: quiet?.to ?? null },
  });
}
