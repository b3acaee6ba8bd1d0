import { confirmBooking } from '../booking/commands/confirm-booking';
import { holdSlot } from '../booking/commands/hold-slot';
import type { Booking } from '../booking/types';
import type { Database } from '../db/client';
import { transaction } from '../db/transaction';
import type { ResourceId } from '../kernel/ids';
import type { SampleClub } from './sample-club';

/** A confirmed hour of the club from `startsAt`, on the first court that is free. */
export async function bookSample(
  database: Database,
  club: SampleClub,
  input: { startsAt: Date; now: Date; courts?: ResourceId[] },
): Promise<Booking> {
  const made = await transaction(database, async (tx) => {
    const held = await holdSlot(tx, club.scope, club.wish(input));
    if (!held.ok) return held;
    const { id: bookingId } = held.value;
    return confirmBooking(tx, club.scope, { bookingId, actor: { kind: 'customer' }, now: input.now });
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}
