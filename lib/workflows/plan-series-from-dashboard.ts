import type { SeriesDatePlan, SeriesPlan, SeriesWish } from '../booking/series/schema';
import type { CustomerId, ResourceId } from '../kernel/ids';
import type { BusinessScope } from '../tenancy/types';
import { nameClashes, type Clash } from './name-clashes';
import { planSeries, type PlannedDate } from './plan-series';
import { ruleOf } from './quote-slot';
import { seriesNotice } from './series-told';
import { previewNotice } from './tell-customer';
import type { World } from './types';
import { unmadeBooking } from './unmade-booking';

/**
 * Every date of a series before anything is booked, with what stands in its way and where else it could be, and what
 * its customer would read of the chosen ones (P05). Takes nothing. `within`: the one calendar of a practitioner, who
 * sees no other. Throws as `planSeries` does.
 */
export async function planSeriesFromDashboard(
  world: World,
  scope: BusinessScope,
  wish: SeriesWish & { within: string | null },
): Promise<SeriesPlan> {
  const { prisma } = world.database;
  const { rule, within } = wish;
  const planned = await planSeries(prisma, scope, rule, world.clock.now());
  const none = { bookings: [], blocks: [] };
  const clashes = await nameClashes(
    prisma,
    scope,
    planned.map((date) => (date.state === 'clash' ? date : none)),
  );
  const dates = planned.map((date, index) =>
    datePlan(date, clashes[index] ?? [], { startMinute: rule.startMinute, within }),
  );
  return { dates, notice: await noticeOf(world, scope, wish, dates) };
}

function datePlan(
  date: PlannedDate,
  clashes: Clash[],
  { startMinute, within }: { startMinute: number; within: string | null },
): SeriesDatePlan {
  const { on, startsAt, endsAt } = date;
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  if (date.state === 'free')
    return { on, ...span, own: { ...date.place, ...span }, closed: null, clashes, instead: [] };
  const same = date.elsewhere.map((place) => ({ ...place, ...span, startMinute }));
  const later = date.otherTimes.map(({ startsAt: start, endsAt: end, ...place }) => ({
    ...place,
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
  }));
  return {
    on,
    ...span,
    own: null,
    closed: date.state === 'closed' ? ruleOf(date.why) : null,
    clashes,
    instead: [...same, ...later].filter(({ resourceId }) => within === null || resourceId === within),
  };
}

/** What would be said of the chosen dates; null where there is nobody to tell or nothing to say. */
async function noticeOf(
  world: World,
  scope: BusinessScope,
  { rule, customerId, dates: chosen }: SeriesWish,
  planned: readonly SeriesDatePlan[],
): Promise<SeriesPlan['notice']> {
  if (customerId === null) return null;
  const places = planned.flatMap((date) => {
    const choice = chosen === null ? { resourceId: null } : chosen.find(({ on }) => on === date.on);
    return (choice && placeOf(date, choice)) ?? [];
  });
  const bookings = places.map((place) => ({
    ...place,
    // Only worded here: the booking itself checks that it is the business's.
    resourceId: place.resourceId as ResourceId,
    startsAt: new Date(place.startsAt),
    endsAt: new Date(place.endsAt),
  }));
  const [first] = bookings;
  if (!first) return null;
  const { how, ...shown } = await previewNotice(world.database.prisma, world, scope, {
    booking: {
      ...unmadeBooking(rule.serviceId, world.clock.now()),
      ...first,
      unit: 1,
      priceLines: [],
      askedPaise: first.pricePaise,
      // Read with the customer or nothing is found.
      customerId: customerId as CustomerId,
    },
    notice: seriesNotice('booked', bookings),
  });
  return { ...shown, cannot: how === 'message' ? null : how.cannot };
}

function placeOf(
  { own, instead }: SeriesDatePlan,
  { resourceId, startMinute }: { resourceId: string | null; startMinute?: number },
) {
  if (resourceId === null && startMinute === undefined) return own;
  return (
    instead.find(
      (one) =>
        one.resourceId === resourceId && (startMinute === undefined || one.startMinute === startMinute),
    ) ?? null
  );
}
