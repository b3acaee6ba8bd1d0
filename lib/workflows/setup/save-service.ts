import { createService } from '../../catalog/commands/create-service';
import { replaceOfferings } from '../../catalog/commands/replace-offerings';
import { updateService } from '../../catalog/commands/update-service';
import { getById, guardRevision } from '../../catalog/setup/revision';
import type { ServiceForm } from '../../catalog/setup/schema';
import { inLanguage } from '../../kernel/local-text';
import { changeSetup, type SetupEditor } from './change-setup';

/**
 * Adds a service (`seen` absent), or writes one anew, with who offers it. Returns its id. Throws `invalid`,
 * `not-found`, and `conflict` when somebody else has changed it since it was read.
 */
export function saveService(
  editor: SetupEditor,
  form: ServiceForm,
  seen?: { id: string; revision: string },
): Promise<string> {
  const { offerings, ...data } = form;
  const { scope } = editor;
  return changeSetup(editor, async (tx, setup) => {
    const before = seen ? getById(setup.services, seen.id) : null;
    if (before && seen) guardRevision(before, seen.revision);
    const position = setup.services.length;
    const id = before ? before.id : await createService(tx, scope, { ...data, position });
    if (before) await updateService(tx, scope, id, data);
    await replaceOfferings(
      tx,
      scope,
      { serviceId: id },
      offerings.map((one) => ({ ...one, serviceId: id })),
    );
    const subject = { kind: 'service', id, label: inLanguage(data.name, 'en') };
    const action = before ? 'service.change' : 'service.add';
    return { value: id, audit: { action, subject, before, after: form } };
  });
}
