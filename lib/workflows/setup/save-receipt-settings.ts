import { updateReceiptSettings } from '../../catalog/commands/update-receipt-settings';
import { guardRevision } from '../../catalog/setup/revision';
import type { ReceiptSettingsForm } from '../../receipts/schema';
import { inLanguage } from '../../kernel/local-text';
import { changeSetup, type SetupEditor } from './change-setup';

/** Writes anew what is printed on receipts from now on. Throws `invalid`, `conflict`. */
export function saveReceiptSettings(
  editor: SetupEditor,
  form: ReceiptSettingsForm,
  revision: string,
): Promise<void> {
  const { scope } = editor;
  return changeSetup(editor, async (tx, { receipts }) => {
    guardRevision(receipts, revision);
    await updateReceiptSettings(tx, scope, form);
    const names = new Map(receipts.services.map(({ id, name }) => [id, inLanguage(name, 'en')]));
    const audit = {
      action: 'business.receipts',
      subject: { kind: 'business', id: scope.businessId },
      before: inWords(receipts, names),
      after: inWords(form, names),
    };
    return { value: undefined, audit };
  });
}

/** For the log, where people read it: `Badminton court 18% 999652`. */
const inWords = (
  { legalName, gstin, prefix, services }: ReceiptSettingsForm,
  names: ReadonlyMap<string, string>,
): object => ({
  legalName,
  gstin,
  prefix,
  gst: services
    .map(({ id, gstPercent, sac }) => [
      names.get(id) ?? id,
      gstPercent === null ? '–' : `${String(gstPercent)}%`,
      ...(sac === null ? [] : [sac]),
    ])
    .map((words) => words.join(' '))
    .join(', '),
});
