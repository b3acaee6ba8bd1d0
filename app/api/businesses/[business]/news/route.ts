import { may } from '../../../../../lib/kernel/roles';
import { newsQuerySchema, newsSchema } from '../../../../../lib/reports/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadNews } from '../../../../../lib/workflows/load-news';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary:
      'Bookings that customers made, and chats that want staff, since an instant, and how much about money waits.',
    query: newsQuerySchema,
    answer: newsSchema,
  },
  ({ world, scope, membership, query }) =>
    loadNews(world.database.prisma, scope, {
      since: new Date(query.since),
      now: world.clock.now(),
      resourceId: membership.resourceId,
      money: may(membership.role, 'payment.view'),
    }),
);
