import { callWaiting } from '../booking/commands/call-waiting';
import { expireHolds, type EndedHold } from '../booking/commands/expire-holds';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { publish } from '../live/publish';
import { scopeOf } from '../tenancy/scope';
import type { World } from './types';

const batch = 200;

/**
 * Marks holds whose time is over as expired, so that lists and the calendar show the truth, and has those asked who wait
 * for such a time. Offers in the chat do not depend on it: an expired hold never blocks a slot, whether or not this has
 * run.
 */
export async function expireStaleHolds(world: World): Promise<void> {
  for (;;) {
    const now = world.clock.now();
    const expired = await transaction(world.database, async (tx) => {
      const ended = await expireHolds(tx, { now, limit: batch });
      await callThoseWaiting(tx, ended);
      for (const businessId of new Set(ended.map((one) => one.businessId)))
        await publish(tx, { businessId }, { kind: 'bookings' });
      return ended;
    });
    if (expired.length < batch) return;
  }
}

async function callThoseWaiting(tx: Tx, ended: EndedHold[]): Promise<void> {
  // The time that a lapsed move held is not its booking's: the waiting lists' own round finds that.
  const holds = ended.filter((one) => one.what === 'hold');
  for (const businessId of new Set(holds.map((one) => one.businessId))) {
    const freed = holds.filter((one) => one.businessId === businessId).map((one) => one.booking);
    await callWaiting(tx, scopeOf(businessId), freed);
  }
}
