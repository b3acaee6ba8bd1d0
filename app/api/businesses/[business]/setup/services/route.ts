import { createdSchema, serviceFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveService } from '../../../../../../lib/workflows/setup/save-service';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Adds a service.',
    body: serviceFormSchema,
    answer: createdSchema,
  },
  async ({ body, ...editor }) => ({ id: await saveService(editor, body) }),
);
