import { bookingParams, moveTimes, moveTimesQuery } from '../../../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { loadMoveTimes } from '../../../../../../../lib/workflows/load-move-times';

export const GET = staffRoute(
  {
    permission: 'booking.change',
    summary: 'The free times that a booking could be moved to: a week counted, one day listed.',
    params: bookingParams,
    query: moveTimesQuery,
    answer: moveTimes,
  },
  ({ world, scope, membership, params, query }) =>
    loadMoveTimes(world.database.prisma, scope, {
      ...params,
      ...query,
      within: membership.resourceId,
      now: world.clock.now(),
    }),
);
