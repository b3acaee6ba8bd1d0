import { calendarQuerySchema, calendarSchema } from '../../../../../lib/booking/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadCalendar } from '../../../../../lib/workflows/load-calendar';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Hours, closures, blocks, bookings and live holds of a span of days.',
    query: calendarQuerySchema,
    answer: calendarSchema,
  },
  ({ world, scope, membership, query }) =>
    loadCalendar(world.database.prisma, scope, {
      fromDate: query.from,
      toDate: query.to,
      resourceId: membership.resourceId ?? query.resourceId ?? null,
      now: world.clock.now(),
    }),
);
