import { countUpcoming } from '../../booking/queries';
import { archive } from '../../catalog/commands/archive';
import { getById, guardRevision } from '../../catalog/setup/revision';
import { inLanguage } from '../../kernel/local-text';
import { changeSetup, type SetupEditor } from './change-setup';

type Input = { kind: 'resource' | 'service'; id: string; archived: boolean; revision: string };

/**
 * Takes a court, doctor or service out of the offer, or puts it back. With people still booked nothing is done
 * and their number is told: they are moved or cancelled first. Throws `not-found` or `conflict`.
 */
export function archiveFromSetup(
  editor: SetupEditor,
  { kind, id, archived, revision }: Input,
): Promise<{ done: boolean; upcoming: number }> {
  const { scope, world } = editor;
  const now = world.clock.now();
  return changeSetup<{ done: boolean; upcoming: number }>(editor, async (tx, setup) => {
    const before = kind === 'resource' ? getById(setup.resources, id) : getById(setup.services, id);
    guardRevision(before, revision);
    const of = kind === 'resource' ? { resourceId: id } : { serviceId: id };
    const upcoming = archived ? await countUpcoming(tx, scope, { ...of, now }) : 0;
    if (upcoming > 0) return { value: { done: false, upcoming }, audit: null };
    await archive(tx, scope, { kind, id, at: archived ? now : null });
    const subject = { kind, id, label: inLanguage(before.name, 'en') };
    const action = archived ? `${kind}.archive` : `${kind}.restore`;
    return { value: { done: true, upcoming: 0 }, audit: { action, subject } };
  });
}
