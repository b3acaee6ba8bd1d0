import type { Tx } from '../../db/client';
import { phoneOfWaId } from '../../kernel/phone';
import type { BusinessScope } from '../../tenancy/types';
import { findByIdentity } from '../queries';

/**
 * Follows a customer to a new number or user id, as WhatsApp announces it. Whoever held the new ids before
 * loses them: they are another person now. Unknown customers are left alone. Safe to repeat.
 * Source: Cloud API webhooks, system messages user_changed_number and user_changed_user_id.
 */
export async function changeIdentity(
  tx: Tx,
  scope: BusinessScope,
  change: { oldWaId?: string; oldBsuid?: string; newWaId?: string; newBsuid?: string },
): Promise<void> {
  const found = await findByIdentity(tx, scope, { bsuid: change.oldBsuid, waId: change.oldWaId });
  const customer = found.find((one) => one.bsuid !== null && one.bsuid === change.oldBsuid) ?? found[0];
  if (!customer) return;
  const { businessId } = scope;
  const others = { businessId, id: { not: customer.id } };
  if (change.newWaId) {
    await tx.customer.updateMany({
      where: { ...others, waId: change.newWaId },
      data: { waId: null, phone: null },
    });
  }
  if (change.newBsuid) {
    await tx.customer.updateMany({ where: { ...others, bsuid: change.newBsuid }, data: { bsuid: null } });
  }
  await tx.customer.update({
    where: { businessId_id: { businessId, id: customer.id } },
    data: {
      ...(change.newWaId && { waId: change.newWaId, phone: phoneOfWaId(change.newWaId) }),
      ...(change.newBsuid && { bsuid: change.newBsuid }),
    },
  });
}
