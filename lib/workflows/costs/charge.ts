import { chargeMessages, notePricing } from '../../costs/commands/note-pricing';
import { loadOwnPrices } from '../../costs/queries';
import type { PricedStatus, UnchargedMessage } from '../../costs/types';
import type { Tx } from '../../db/client';
import { countryOf } from '../../kernel/phone';
import { toEpochMinute } from '../../kernel/time-range';
import { priceCategoryOf, priceOn, type MessagePrice } from '../../messaging/price-list';
import { localDateOf } from '../../scheduling/zone';

/**
 * Charges the messages that these statuses report as delivered, each once, at the price of the day of its delivery. In the
 * transaction that applies the statuses, after they are applied.
 */
export async function charge(tx: Tx, statuses: readonly PricedStatus[]): Promise<void> {
  const due = await notePricing(tx, statuses);
  if (due.length === 0) return;
  const own = await loadOwnPrices(tx, [...new Set(due.map((one) => one.businessId))]);
  await chargeMessages(
    tx,
    due.map((one) => ({
      businessId: one.businessId,
      id: one.id,
      at: one.deliveredAt,
      milliPaise: costOf(one, own.get(one.businessId) ?? []),
    })),
  );
}

/** What a delivered message costs: nothing where the provider says so, null where nobody knows its price. */
function costOf(message: UnchargedMessage, own: readonly MessagePrice[]): number | null {
  if (!message.billable) return 0;
  const category = priceCategoryOf(message.category);
  if (category === null) return null;
  const on = localDateOf(toEpochMinute(message.deliveredAt), message.zone);
  return priceOn(own, { country: countryOf(message), category, on });
}
