import { listWaitingLists } from '../../booking/queries';
import { removeClosure } from '../../catalog/commands/remove-closure';
import { addJob } from '../../db/add-job';
import { inLanguage } from '../../kernel/local-text';
import { closesOn } from '../../scheduling/closure-ranges';
import { addDays } from '../../scheduling/local-date';
import type { Closure, LocalDate } from '../../scheduling/types';
import { changeSetup, type SetupEditor } from '../setup/change-setup';

/**
 * Lifts a closure and, in the same transaction, has the waiting lists of the days it closed looked at: whoever could
 * not be given a time because of it is asked, first come first. Repeating it changes nothing. Throws `not-found`.
 */
export function lift(editor: SetupEditor, closureId: string): Promise<void> {
  const { scope, world } = editor;
  const { businessId } = scope;
  return changeSetup(editor, async (tx) => {
    const lifted = await removeClosure(tx, scope, { closureId, now: world.clock.now() });
    if (!lifted) return { value: undefined, audit: null };
    for (const list of await listWaitingLists(tx, scope, lifted.resourceId)) {
      if (!opens(lifted, list.onDate)) continue;
      await addJob(tx, 'offer-places', { businessId, ...list }, { queue: `offer:${list.serviceId}` });
    }
    const id = lifted.resourceId ?? businessId;
    const subject = { kind: 'closure', id, label: inLanguage(lifted.reason, 'en') };
    return { value: undefined, audit: { action: 'closure.lift', subject, before: lifted } };
  });
}

/** A closed day has closed the hours after its midnight, too. */
const opens = (closure: Closure, date: LocalDate): boolean =>
  closesOn(closure, date) || closesOn(closure, addDays(date, -1));
