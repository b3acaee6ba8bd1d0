import { loadPriceBasis } from '../../costs/queries';
import type { Db } from '../../db/client';
import { countryOf } from '../../kernel/phone';
import { toEpochMinute } from '../../kernel/time-range';
import { usualPrices, type MessagePrices } from '../../messaging/cheapest-way';
import { priceOn } from '../../messaging/price-list';
import { localDateOf } from '../../scheduling/zone';
import type { BusinessScope } from '../../tenancy/types';

/** Free-form messages that a number sends for nothing each month. Source: Meta, "Non-template messages pricing" (25 Aug 2026). */
const freeEachMonth = 1000;

/**
 * What messages cost at that moment in the country of the business, by its own prices and the list's; what neither knows is
 * as usual. `channelId` null: of the business at large.
 */
export async function pricesOfDay(
  db: Db,
  scope: BusinessScope,
  { channelId, now }: { channelId: string | null; now: Date },
): Promise<MessagePrices> {
  const { zone, phone, own, services } = await loadPriceBasis(db, scope, {
    channelId,
    now,
    most: freeEachMonth,
  });
  const on = localDateOf(toEpochMinute(now), zone);
  const usual = usualPrices(now);
  const country = countryOf({ waId: phone?.replaceAll(/\D/g, '') ?? null, bsuid: null }) ?? 'IN';
  const price = (category: 'service' | 'utility'): number | null => priceOn(own, { country, category, on });
  const utilityMilliPaise = price('utility') ?? usual.utilityMilliPaise;
  const serviceMilliPaise = price('service') ?? usual.serviceMilliPaise;
  return {
    serviceMilliPaise,
    utilityMilliPaise,
    // Free inside the window as long as answers were.
    utilityInWindowMilliPaise: usual.utilityInWindowMilliPaise === 0 ? 0 : utilityMilliPaise,
    freeServiceLeft: freeEachMonth - services,
  };
}
