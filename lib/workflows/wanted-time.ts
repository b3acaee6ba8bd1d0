import type { Candidate, WantedTime } from '../booking/types';
import type { CatalogService } from '../catalog/types';
import type { ResourceId } from '../kernel/ids';
import { fromEpochMinute } from '../kernel/time-range';
import { priceOf } from '../scheduling/price-of';
import type { AvailabilityInput, Slot } from '../scheduling/types';

/** An offered slot as a wish that the booking core can hold: the units that are free in it, each with its price. */
export function wantedTime(of: {
  input: AvailabilityInput;
  service: CatalogService;
  slot: Slot;
  durationMinutes: number;
  holdUntil: Date;
  now: Date;
}): WantedTime {
  const { input, service, slot, durationMinutes, holdUntil, now } = of;
  const { priceRules, zone } = input;
  const { start } = slot;
  const candidates = slot.free.flatMap((free): Candidate[] => {
    const resource = input.resources.find((one) => one.resourceId === free.resourceId);
    if (!resource) return [];
    const price = priceOf({ service, resource, priceRules, zone, start, durationMinutes });
    const priced = { pricePaise: price.paise, priceLines: price.lines };
    return [{ resourceId: free.resourceId as ResourceId, unit: free.unit, ...priced }];
  });
  return {
    candidates,
    startsAt: fromEpochMinute(start),
    endsAt: fromEpochMinute(start + durationMinutes),
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
    holdUntil,
    now,
  };
}
