import { z } from 'zod';
import { createdSchema, serviceFormSchema, seenSchema } from '../../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { saveService } from '../../../../../../../lib/workflows/setup/save-service';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes a service anew; 409 when somebody else has changed it since it was read.',
    params: z.object({ service: z.uuid() }),
    body: serviceFormSchema.safeExtend(seenSchema.shape),
    answer: createdSchema,
  },
  async ({ body: { revision, ...form }, params, ...editor }) => ({
    id: await saveService(editor, form, { id: params.service, revision }),
  }),
);
