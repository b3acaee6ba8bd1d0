import { countConflicts } from '../../../../../../lib/mirrors/links/queries';
import { conflictCount } from '../../../../../../lib/mirrors/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'How many disagreements between Google Calendar and bookings wait for a decision.',
    answer: conflictCount,
  },
  async ({ world, scope, membership }) => ({
    count: await countConflicts(world.database.prisma, scope, membership.resourceId),
  }),
);
