import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { MessagePriceForm } from '../schema';

/** Writes an own price; one of the same country, category and day is replaced. */
export async function savePrice(
  tx: Tx,
  scope: BusinessScope,
  { country, category, from, milliPaise }: MessagePriceForm,
  now: Date,
): Promise<string> {
  const { businessId } = scope;
  const fromOn = new Date(`${from}T00:00:00Z`);
  const { id } = await tx.messagePrice.upsert({
    where: { businessId_country_category_fromOn: { businessId, country, category, fromOn } },
    create: { businessId, id: newId(), country, category, fromOn, milliPaise, createdAt: now },
    update: { milliPaise },
  });
  return id;
}

/** Takes an own price away, so that the list's holds again. False where there is none with this id. */
export async function removePrice(tx: Tx, scope: BusinessScope, id: string): Promise<boolean> {
  const { count } = await tx.messagePrice.deleteMany({ where: { businessId: scope.businessId, id } });
  return count === 1;
}

/** What messages may cost in a month before the owner is warned, whole rupees in paise; null: whatever they cost. */
export async function saveBudget(tx: Tx, scope: BusinessScope, budgetPaise: number | null): Promise<void> {
  await tx.business.update({ where: { id: scope.businessId }, data: { messageBudgetPaise: budgetPaise } });
}
