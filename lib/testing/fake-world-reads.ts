import type { BookingFact, Effect } from '../conversation/types';
import type { FreeResource } from '../scheduling/types';
import { localDateOf } from '../scheduling/zone';
import type { World } from './fake-world-types';
import { availabilityIn } from './fake-world-facts';

export type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** A booking as it is now, not as it becomes. */
export const factOf = (booking: BookingFact): BookingFact => ({
  ...booking,
  payment: booking.payment && { ...booking.payment },
});

export const findIn = (world: World, id: string): BookingFact | undefined =>
  world.bookings.find((booking) => booking.id === id);

type Place = { serviceId: string; resourceId: string | null; startsAt: number; durationMinutes: number };

/** The first court or doctor that is free for this, the given booking's own time counting as free. */
export const freeAt = (
  world: World,
  place: Place,
  exceptBookingId: string | null,
): FreeResource | undefined => {
  const date = localDateOf(place.startsAt, world.catalog.business.zone);
  const days = availabilityIn(world, { ...place, fromDate: date, toDate: date, exceptBookingId });
  return days[0]?.slots.find(({ start }) => start === place.startsAt)?.free[0];
};
