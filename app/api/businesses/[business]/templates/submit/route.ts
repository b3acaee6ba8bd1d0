import { submitAnswer, submitBody } from '../../../../../../lib/templates/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { submitTemplates } from '../../../../../../lib/workflows/templates/submit-templates';

export const POST = staffRoute(
  {
    permission: 'template.change',
    summary: 'Submits templates for approval: one, or all that are not there yet.',
    body: submitBody,
    answer: submitAnswer,
  },
  ({ world, scope, actor, body }) => submitTemplates(world, scope, { actor, ...body }),
);
