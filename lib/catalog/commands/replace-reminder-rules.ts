import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { ReminderForm } from '../../reminders/schema';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Writes the reminder rules of one service anew. A rule that was there before is the same rule again, so that nobody is
 * told twice by one that was taken away and put back; what is not among them any more is archived.
 */
export async function replaceReminderRules(
  tx: Tx,
  scope: BusinessScope,
  input: { serviceId: string; rules: ReminderForm['rules']; now: Date },
): Promise<void> {
  const { businessId } = scope;
  const { serviceId, rules, now } = input;
  for (const { kind, minutes } of rules)
    await tx.reminderRule.upsert({
      where: { businessId_serviceId_kind_minutes: { businessId, serviceId, kind, minutes } },
      create: { businessId, id: newId(), serviceId, kind, minutes, createdAt: now },
      update: { archivedAt: null },
    });
  await tx.reminderRule.updateMany({
    where: {
      businessId,
      serviceId,
      archivedAt: null,
      NOT: { OR: rules.map(({ kind, minutes }) => ({ kind, minutes })) },
    },
    data: { archivedAt: now },
  });
}
