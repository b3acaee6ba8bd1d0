import { costQuerySchema, costReportSchema } from '../../../../../lib/costs/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadCosts } from '../../../../../lib/workflows/costs/load-costs';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary: 'What messages cost in a month, by what prices, and what reminders brought.',
    query: costQuerySchema,
    answer: costReportSchema,
  },
  ({ world, scope, query }) =>
    loadCosts(world.database.prisma, scope, { month: query.month, now: world.clock.now() }),
);
