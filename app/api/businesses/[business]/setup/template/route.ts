import { templateFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { useTemplate } from '../../../../../../lib/workflows/setup/use-template';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Fills an empty business with a usual offer.',
    body: templateFormSchema,
  },
  async ({ body, ...editor }) => {
    await useTemplate(editor, body.template);
    return undefined;
  },
);
