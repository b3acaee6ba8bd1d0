import type { Actor, Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import { addPackEntry } from '../../packs/commands/add-pack-entry';
import { lockPackOf } from '../../packs/commands/lock-packs';
import type { BusinessScope } from '../../tenancy/types';
import { comesBack } from '../../terms/packs';

/**
 * Gives a pack back what a booking took of it that was just called off: all of it or nothing, by the rule of the booking.
 * Once, however often it is tried. The caller has locked the booking.
 */
export async function returnToPack(
  tx: Tx,
  scope: BusinessScope,
  { booking, by, actor, now }: { booking: Booking; by: 'customer' | 'venue'; actor: Actor; now: Date },
): Promise<void> {
  const use = await lockPackOf(tx, scope, booking.id);
  if (!use || !comesBack({ terms: booking.terms, startsAt: booking.startsAt, now, by })) return;
  await addPackEntry(tx, scope, {
    ...{ packId: use.pack.id, kind: 'returned', key: 'cancelled', bookingId: booking.id },
    amount: use.amount,
    actor,
    now,
  });
}
