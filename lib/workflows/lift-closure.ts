import { listWaitingLists } from '../booking/queries';
import { removeClosure } from '../catalog/commands/remove-closure';
import { addJob } from '../db/add-job';
import { transaction } from '../db/transaction';
import type { Closure, LocalDate } from '../scheduling/types';
import { closesOn } from '../scheduling/closure-ranges';
import { addDays } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import type { World } from './types';

/**
 * Lifts a closure and, in the same transaction, has the waiting lists of the days it closed looked at: whoever could
 * not be given a time because of it is asked, first come first. Repeating it changes nothing. Throws `not-found`.
 */
export async function liftClosure(
  world: World,
  scope: BusinessScope,
  input: { closureId: string; actor: { kind: 'staff'; id: string } },
): Promise<void> {
  const { businessId } = scope;
  await transaction(world.database, async (tx) => {
    const lifted = await removeClosure(tx, scope, { ...input, now: world.clock.now() });
    if (!lifted) return;
    for (const list of await listWaitingLists(tx, scope, lifted.resourceId)) {
      if (!opens(lifted, list.onDate)) continue;
      await addJob(tx, 'offer-places', { businessId, ...list }, { queue: `offer:${list.serviceId}` });
    }
  });
}

/** A closed day has closed the hours after its midnight, too. */
const opens = (closure: Closure, date: LocalDate): boolean =>
  closesOn(closure, date) || closesOn(closure, addDays(date, -1));
