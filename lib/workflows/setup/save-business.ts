import { updateBusiness } from '../../catalog/commands/update-business';
import { guardRevision } from '../../catalog/setup/revision';
import type { BusinessForm } from '../../catalog/setup/schema';
import { inLanguage } from '../../kernel/local-text';
import { changeSetup, type SetupEditor } from './change-setup';

/** Writes the business's own page anew. Throws `invalid`, `conflict`. */
export function saveBusiness(editor: SetupEditor, form: BusinessForm, revision: string): Promise<void> {
  const { scope } = editor;
  return changeSetup(editor, async (tx, { business }) => {
    guardRevision(business, revision);
    await updateBusiness(tx, scope, form);
    const subject = { kind: 'business', id: scope.businessId, label: inLanguage(form.name, 'en') };
    return { value: undefined, audit: { action: 'business.change', subject, before: business, after: form } };
  });
}
