import { askBody } from '../../../../../../lib/templates/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { syncTemplates } from '../../../../../../lib/workflows/templates/sync-templates';

export const POST = staffRoute(
  { permission: 'template.view', summary: 'Asks the provider now how the templates stand.', body: askBody },
  async ({ world, scope, body }) => {
    await syncTemplates(world, { businessId: scope.businessId, channelId: body.channelId });
    return undefined;
  },
);
