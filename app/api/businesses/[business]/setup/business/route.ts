import { businessFormSchema, seenSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveBusiness } from '../../../../../../lib/workflows/setup/save-business';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes name, address, contact, languages and wording of the business anew.',
    body: businessFormSchema.extend(seenSchema.shape),
  },
  async ({ body: { revision, ...form }, ...editor }) => {
    await saveBusiness(editor, form, revision);
    return undefined;
  },
);
