import { suggestionsSchema } from '../../../../../../../lib/catalog/closures/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { suggestHolidays } from '../../../../../../../lib/workflows/closures/suggest-holidays';

export const GET = staffRoute(
  {
    permission: 'setup.view',
    summary: 'Public holidays of Tamil Nadu that are not closed yet.',
    answer: suggestionsSchema,
  },
  async ({ world, scope }) => ({
    holidays: await suggestHolidays(world.database.prisma, scope, world.clock.now()),
  }),
);
