import { seenSchema } from '../../../../../../lib/catalog/setup/schema';
import { receiptSettingsForm } from '../../../../../../lib/receipts/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveReceiptSettings } from '../../../../../../lib/workflows/setup/save-receipt-settings';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary:
      'Writes anew what is printed on receipts: registered name, GST number, prefix, and the tax of services.',
    body: receiptSettingsForm.extend(seenSchema.shape),
  },
  async ({ body: { revision, ...form }, ...editor }) => {
    await saveReceiptSettings(editor, form, revision);
    return undefined;
  },
);
