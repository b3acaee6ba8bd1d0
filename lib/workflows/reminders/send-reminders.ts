import { claimReminders, type ClaimedReminder } from '../../booking/commands/claim-reminders';
import { transaction } from '../../db/transaction';
import type { World } from '../types';
import { sendReminder } from './send-reminder';

const batch = 50;

/** More than this in one round would keep a worker that is told to stop. */
const batches = 10;

/** A worker that has not come to the end of its batch by then has died. */
const leaseMs = 2 * 60_000;

/**
 * Sends what is due of reminders, as far as one round goes. Any number of workers may run it at once: each reminder is in
 * one hand, is sent in a transaction of its own, and one that fails keeps no other waiting; it is tried again when its
 * claim has lapsed. Returns how many were worked on.
 */
export async function sendReminders(world: World): Promise<number> {
  let worked = 0;
  for (let round = 0; round < batches; round += 1) {
    const now = world.clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const claimed = await claimReminders(world.database.prisma, { now, until, limit: batch });
    for (const one of claimed) await attempt(world, one);
    worked += claimed.length;
    if (claimed.length < batch) break;
  }
  return worked;
}

async function attempt(world: World, claimed: ClaimedReminder): Promise<void> {
  try {
    await transaction(world.database, (tx) => sendReminder(world, tx, claimed));
  } catch (error) {
    world.log.error({ err: error, reminderId: claimed.id }, 'a reminder failed; it will be tried again');
  }
}
