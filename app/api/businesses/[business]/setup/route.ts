import { loadSetup } from '../../../../../lib/catalog/setup/queries';
import { setupSchema } from '../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';

export const GET = staffRoute(
  { permission: 'setup.view', summary: 'Everything that setup shows of the business.', answer: setupSchema },
  ({ world, scope }) => loadSetup(world.database.prisma, scope),
);
