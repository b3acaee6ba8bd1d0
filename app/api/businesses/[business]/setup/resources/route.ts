import { createdSchema, resourceFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveResource } from '../../../../../../lib/workflows/setup/save-resource';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Adds a court or a doctor.',
    body: resourceFormSchema,
    answer: createdSchema,
  },
  async ({ body, ...editor }) => ({ id: await saveResource(editor, body) }),
);
