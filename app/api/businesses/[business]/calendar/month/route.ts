import { monthQuerySchema, monthSchema } from '../../../../../../lib/booking/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadMonth } from '../../../../../../lib/workflows/load-month';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'How full each day of a span of days is, and what closes it.',
    query: monthQuerySchema,
    answer: monthSchema,
  },
  ({ world, scope, membership, query }) =>
    loadMonth(world.database.prisma, scope, {
      fromDate: query.from,
      toDate: query.to,
      resourceId: membership.resourceId ?? query.resourceId ?? null,
      serviceId: query.serviceId ?? null,
      now: world.clock.now(),
    }),
);
