import { queueQuery, queueView } from '../../../../../lib/booking/desk/schema';
import { wallClock } from '../../../../../lib/i18n/wall-clock';
import { AppError } from '../../../../../lib/kernel/app-error';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadQueue } from '../../../../../lib/workflows/load-queue';

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'Who comes to a doctor or court on a day, with tokens and arrivals.',
    query: queueQuery,
    answer: queueView,
  },
  ({ world, scope, membership, query }) => {
    if (membership.resourceId !== null && membership.resourceId !== query.resourceId)
      throw new AppError('not-found', 'There is no such calendar.');
    const now = world.clock.now();
    const { zone } = membership;
    const date = query.date ?? wallClock(now, zone).date;
    return loadQueue(world.database.prisma, scope, { resourceId: query.resourceId, date, zone, now });
  },
);
