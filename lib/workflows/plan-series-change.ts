import type { SeriesChangePlan, SeriesChangeWish } from '../booking/series/schema';
import { listStanding } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import type { BusinessScope } from '../tenancy/types';
import { planMove, type PlannedMove } from './change-series';
import { seriesNotice } from './series-told';
import { previewNotice } from './tell-customer';
import type { World } from './types';

type Wish = {
  bookingId: string;
  /** The one calendar of a practitioner; null for the desk. */
  within: string | null;
  change: SeriesChangeWish;
};

/**
 * What a change of a series would come to: the bookings it means, where each would go, which new times are not free,
 * and what the customer would read. Changes nothing. Throws `not-found` as the change itself does.
 */
export async function planSeriesChange(
  world: World,
  scope: BusinessScope,
  { bookingId, within, change }: Wish,
): Promise<SeriesChangePlan> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const meant = await listStanding(prisma, scope, { bookingId, reach: change.reach, now });
  const bookings = meant.filter((one) => within === null || one.resourceId === within);
  if (bookings.length === 0) throw new AppError('not-found', 'There is no such series.');
  const places = change.act === 'move' ? await placesOf(prisma, scope, { bookings, to: change.to, now }) : [];
  const changed =
    change.act === 'move' ? places.flatMap((one) => (one.to ? { ...one.booking, ...one.to } : [])) : bookings;
  return {
    dates:
      change.act === 'move'
        ? places.map(({ booking, to }) => ({
            reference: booking.reference,
            from: placeOf(booking),
            to: to && placeOf(to),
          }))
        : bookings.map((one) => ({ reference: one.reference, from: placeOf(one), to: null })),
    notice: await noticeOf(world, scope, change, changed),
  };
}

const placeOf = ({ resourceId, startsAt, endsAt, pricePaise }: PlannedMove) => ({
  resourceId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  pricePaise,
});

/**
 * Bookings are moved one after another, so that the new time of one is not free while a later one still stands there:
 * the same is said before.
 */
async function placesOf(
  db: Db,
  scope: BusinessScope,
  input: Parameters<typeof planMove>[2],
): Promise<{ booking: Booking; to: PlannedMove | null }[]> {
  const planned = await planMove(db, scope, input);
  const standing = new Map<string, PlannedMove>(input.bookings.map((one) => [one.id, one]));
  return planned.map(({ booking, wanted }) => {
    const [candidate] = wanted.candidates;
    const to = candidate && { ...candidate, startsAt: wanted.startsAt, endsAt: wanted.endsAt };
    const meets = [...standing].some(
      ([id, one]) =>
        id !== booking.id &&
        to !== undefined &&
        one.resourceId === to.resourceId &&
        one.unit === to.unit &&
        one.startsAt < to.endsAt &&
        to.startsAt < one.endsAt,
    );
    if (!to || meets) return { booking, to: null };
    standing.set(booking.id, to);
    return { booking, to };
  });
}

async function noticeOf(
  world: World,
  scope: BusinessScope,
  change: SeriesChangeWish,
  changed: readonly Booking[],
): Promise<SeriesChangePlan['notice']> {
  const [first] = changed;
  if (!first?.customerId) return null;
  const did = change.act === 'cancel' ? 'cancelled' : 'moved';
  const reason = change.act === 'cancel' ? change.reason || null : null;
  const { how, ...shown } = await previewNotice(world.database.prisma, world, scope, {
    booking: first,
    notice: seriesNotice(did, changed, reason),
  });
  return { ...shown, cannot: how === 'message' ? null : how.cannot };
}
