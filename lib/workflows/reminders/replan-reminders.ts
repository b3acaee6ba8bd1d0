import { lockBooking } from '../../booking/commands/lock-booking';
import { planReminders } from '../../booking/commands/plan-reminders';
import { listReminded } from '../../booking/reminders/queries';
import type { Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { scopeOf } from '../../tenancy/scope';
import type { World } from '../types';

const batch = 50;

/**
 * Plans anew what hangs on reminder rules that have changed. In batches, each booking under its lock and in the order of
 * their ids; begun again after a failure it does the same once more.
 */
export async function replanReminders(world: World, job: Jobs['replan-reminders']): Promise<void> {
  const scope = scopeOf(job.businessId);
  let after: string | null = null;
  for (;;) {
    const now = world.clock.now();
    const of = { serviceId: job.serviceId, now, after, limit: batch };
    const ids = await listReminded(world.database.prisma, scope, of);
    await transaction(world.database, async (tx) => {
      for (const id of ids) {
        const booking = await lockBooking(tx, scope, id);
        if (booking) await planReminders(tx, scope, booking, now);
      }
      if (ids.length > 0) await publish(tx, scope, { kind: 'bookings' });
    });
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return;
  }
}
