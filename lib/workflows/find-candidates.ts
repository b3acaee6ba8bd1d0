import type { WantedTime } from '../booking/types';
import type { CatalogService } from '../catalog/types';
import type { EpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import { localDateOf } from '../scheduling/zone';
import type { EffectContext } from './effect-context';
import { loadAvailabilityInput } from './load-availability';
import { asMember } from './packs/as-member';
import { wantedTime } from './wanted-time';

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
  const holdUntil = new Date(facts.now.getTime() + service.reviewHoldMinutes * 60_000);
  const wanted = wantedTime({ input, service, slot, durationMinutes, holdUntil, now: facts.now });
  const visit = { serviceId: service.id, on: date, durationMinutes };
  return { ...wanted, candidates: asMember(facts.packs, visit, wanted.candidates) };
}
