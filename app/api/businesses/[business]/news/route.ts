import { listNews } from '../../../../../lib/reports/queries';
import { newsQuerySchema, newsSchema } from '../../../../../lib/reports/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Bookings that customers made, and chats that want staff, since an instant.',
    query: newsQuerySchema,
    answer: newsSchema,
  },
  ({ world, scope, membership, query }) =>
    listNews(world.database.prisma, scope, {
      since: new Date(query.since),
      now: world.clock.now(),
      resourceId: membership.resourceId,
    }),
);
