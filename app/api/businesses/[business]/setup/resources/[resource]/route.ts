import { z } from 'zod';
import { createdSchema, resourceFormSchema, seenSchema } from '../../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { saveResource } from '../../../../../../../lib/workflows/setup/save-resource';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes a court or a doctor anew; 409 when somebody else has changed it since it was read.',
    params: z.object({ resource: z.uuid() }),
    body: resourceFormSchema.safeExtend(seenSchema.shape),
    answer: createdSchema,
  },
  async ({ body: { revision, ...form }, params, ...editor }) => ({
    id: await saveResource(editor, form, { id: params.resource, revision }),
  }),
);
