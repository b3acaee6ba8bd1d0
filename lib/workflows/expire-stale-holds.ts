import { expireHolds } from '../booking/commands/expire-holds';
import { transaction } from '../db/transaction';
import type { World } from './types';

const batch = 200;

/**
 * Marks holds whose time is over as expired, so that lists and the calendar show the truth. Offers do not depend
 * on it: an expired hold never blocks a slot, whether or not this has run.
 */
export async function expireStaleHolds(world: World): Promise<void> {
  for (;;) {
    const now = world.clock.now();
    const expired = await transaction(world.database, (tx) => expireHolds(tx, { now, limit: batch }));
    if (expired.length < batch) return;
  }
}
