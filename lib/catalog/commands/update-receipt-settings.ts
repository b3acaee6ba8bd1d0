import type { Tx } from '../../db/client';
import { receiptSettingsForm, type ReceiptSettingsForm } from '../../receipts/schema';
import type { BusinessScope } from '../../tenancy/types';
import { parseInput } from './parse-input';

/**
 * Writes anew what is printed on receipts: who issues them, and the tax in the prices of court services; consultations bear
 * none and are passed over. What is issued already stays as it is. Throws `invalid`.
 */
export async function updateReceiptSettings(
  tx: Tx,
  scope: BusinessScope,
  input: ReceiptSettingsForm,
): Promise<void> {
  const { legalName, gstin, prefix, services } = parseInput(receiptSettingsForm, input, 'receipts');
  const { businessId } = scope;
  await tx.business.update({
    where: { id: businessId },
    data: { legalName, gstin, receiptPrefix: prefix },
  });
  for (const { id, gstPercent, sac } of services)
    await tx.service.updateMany({ where: { businessId, id, kind: 'court' }, data: { gstPercent, sac } });
}
