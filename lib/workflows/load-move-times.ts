import type { MoveTimes, MoveTimesQuery } from '../booking/desk/schema';
import type { Booking } from '../booking/types';
import { getService } from '../catalog/availability-input';
import { loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { fromEpochMinute } from '../kernel/time-range';
import { availability } from '../scheduling/availability';
import type { AvailabilityInput, DayAvailability } from '../scheduling/types';
import { addDays } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { findDeskBooking } from './find-desk-booking';
import { loadAvailabilityInput } from './load-availability';

/** Days whose free times are counted at once. */
const shownDays = 7;

type Wish = MoveTimesQuery & {
  booking: string;
  /** A practitioner's own calendar; null for the desk. */
  within: string | null;
  now: Date;
};

/**
 * Where a booking could go in a week from `from`: the free times of each day counted, those of `on` listed for every court
 * or doctor with the service. Its own time counts as free. Starts fall on the steps that customers know; notice and horizon
 * do not bind staff (P19). Three statements. Throws
 * `not-found` for a booking out of reach or a service no longer offered, `invalid` for an `on` outside that week.
 */
export async function loadMoveTimes(db: Db, scope: BusinessScope, wish: Wish): Promise<MoveTimes> {
  const { within, from, on, now } = wish;
  const booking = await findDeskBooking(db, scope, wish);
  const catalog = await loadCatalog(db, scope);
  const service = getService(catalog, booking.serviceId);
  const toDate = addDays(from, shownDays - 1);
  const length = lengthOf(booking);
  const input = await loadAvailabilityInput(db, scope, {
    serviceId: service.id,
    resourceId: within,
    fromDate: from,
    toDate,
    // For how far the longest may reach; who takes how long is settled below.
    durationMinutes: wish.durationMinutes ?? length,
    now,
    catalog,
    except: [booking.id],
  });
  const week = availability(forMove(input, wish.durationMinutes !== undefined));
  const shown = week.find(({ date }) => date === on);
  if (!shown) throw new AppError('invalid', 'The day listed must be one of the days counted.');
  const own = input.resources.flatMap(({ durationMinutes = [] }) => durationMinutes);
  return {
    days: week.map(({ date, slots }) => ({ date, free: slots.length })),
    on,
    resources: input.resources
      .filter(({ resourceId }) => within === null || resourceId === within)
      .map(({ resourceId }) => freeOn(catalog, resourceId, shown)),
    closed: shown.closed && { reason: null, ...shown.closed },
    lengths: [...new Set([...service.durationMinutes, ...own, length])].sort((one, other) => one - other),
  };
}

const lengthOf = ({ startsAt, endsAt }: Booking): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;

/** Everybody with the length asked for; where staff chose none, whoever does not offer that of the booking with their own. */
function forMove({ durationMinutes, ...input }: AvailabilityInput, chosen: boolean): AvailabilityInput {
  return {
    ...input,
    service: { ...input.service, noticeMinutes: 0, horizonDays: 100_000 },
    resources: input.resources.map((resource) => {
      // A doctor who sees people for a time of their own does so whoever saw them before.
      const own = resource.durationMinutes ?? [];
      const length =
        chosen || own.length === 0 || own.includes(durationMinutes ?? 0) ? durationMinutes : own[0];
      return { ...resource, durationMinutes: length === undefined ? [] : [length] };
    }),
  };
}

function freeOn(catalog: Catalog, resourceId: string, day: DayAvailability): MoveTimes['resources'][number] {
  return {
    id: resourceId,
    name: catalog.resources.find(({ id }) => id === resourceId)?.name ?? {},
    slots: day.slots.flatMap(({ start, free }) =>
      free
        .filter((one) => one.resourceId === resourceId)
        .map(({ durationMinutes, pricePaise }) => ({
          startsAt: fromEpochMinute(start).toISOString(),
          durationMinutes,
          pricePaise,
        })),
    ),
  };
}
