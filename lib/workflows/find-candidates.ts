import type { Candidate, WantedTime } from '../booking/types';
import type { CatalogService } from '../catalog/types';
import { fromEpochMinute, type EpochMinute } from '../kernel/time-range';
import type { ResourceId } from '../kernel/ids';
import { availability } from '../scheduling/availability';
import { priceOf } from '../scheduling/price-of';
import { localDateOf } from '../scheduling/zone';
import type { EffectContext } from './effect-context';
import { loadAvailabilityInput } from './load-availability';

export type Wish = {
  service: CatalogService;
  resourceId: string | null;
  startsAt: EpochMinute;
  durationMinutes: number;
  /** Bookings whose time counts as free for this wish: the customer's own hold that it replaces. */
  except: string[];
};

/**
 * The units that are free for a wish right now, in the order to try them, each with its price; null when the time
 * is not offered at all (closed, past, in the notice, taken). Whoever is faster in the database wins the rest.
 */
export async function findCandidates(context: EffectContext, wish: Wish): Promise<WantedTime | null> {
  const { tx, scope, facts } = context;
  const { service, resourceId, startsAt, durationMinutes } = wish;
  const date = localDateOf(startsAt, facts.zone);
  const input = await loadAvailabilityInput(tx, scope, {
    catalog: context.catalog,
    serviceId: service.id,
    resourceId,
    fromDate: date,
    toDate: date,
    durationMinutes,
    now: facts.now,
    except: wish.except,
  });
  const slot = availability(input)
    .flatMap((day) => day.slots)
    .find((one) => one.start === startsAt);
  if (!slot) return null;
  const candidates = slot.free.flatMap((free): Candidate[] => {
    const resource = input.resources.find((one) => one.resourceId === free.resourceId);
    if (!resource) return [];
    const { priceRules, zone } = input;
    const price = priceOf({ service, resource, priceRules, zone, start: startsAt, durationMinutes });
    const priced = { pricePaise: price.paise, priceLines: price.lines };
    return [{ resourceId: free.resourceId as ResourceId, unit: free.unit, ...priced }];
  });
  return {
    candidates,
    startsAt: fromEpochMinute(startsAt),
    endsAt: fromEpochMinute(startsAt + durationMinutes),
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
    holdUntil: new Date(facts.now.getTime() + service.reviewHoldMinutes * 60_000),
    now: facts.now,
  };
}
