import { createResource } from '../../catalog/commands/create-resource';
import { replaceOfferings } from '../../catalog/commands/replace-offerings';
import { updateResource } from '../../catalog/commands/update-resource';
import { getById, guardRevision } from '../../catalog/setup/revision';
import type { ResourceForm } from '../../catalog/setup/schema';
import { inLanguage } from '../../kernel/local-text';
import { changeSetup, type SetupEditor } from './change-setup';

/**
 * Adds a court or a doctor (`seen` absent), or writes one anew, with what they offer. Returns its id. Throws
 * `invalid`, `not-found`, and `conflict` when somebody else has changed it since it was read.
 */
export function saveResource(
  editor: SetupEditor,
  form: ResourceForm,
  seen?: { id: string; revision: string },
): Promise<string> {
  const { offerings, ...data } = form;
  const { scope } = editor;
  return changeSetup(editor, async (tx, setup) => {
    const before = seen ? getById(setup.resources, seen.id) : null;
    if (before && seen) guardRevision(before, seen.revision);
    const position = setup.resources.length;
    const id = before ? before.id : await createResource(tx, scope, { ...data, position });
    if (before) await updateResource(tx, scope, id, data);
    await replaceOfferings(
      tx,
      scope,
      { resourceId: id },
      offerings.map((one) => ({ ...one, resourceId: id })),
    );
    const subject = { kind: data.kind, id, label: inLanguage(data.name, 'en') };
    const action = before ? 'resource.change' : 'resource.add';
    return { value: id, audit: { action, subject, before, after: form } };
  });
}
