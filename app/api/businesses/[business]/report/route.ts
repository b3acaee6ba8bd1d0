import { reportQuerySchema, reportSchema } from '../../../../../lib/reports/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadReport } from '../../../../../lib/workflows/load-report';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary: 'What the bookings of a span of days come to, beside the span before it.',
    query: reportQuerySchema,
    answer: reportSchema,
  },
  ({ world, scope, query }) => loadReport(world.database.prisma, scope, query),
);
