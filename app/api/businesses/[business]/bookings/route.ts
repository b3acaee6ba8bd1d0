import { bookingList, bookingListQuery } from '../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listBookings } from '../../../../../lib/workflows/list-bookings';

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'One page of the bookings that a search and filters let through.',
    query: bookingListQuery,
    answer: bookingList,
  },
  ({ world, scope, membership, query }) => {
    const desk = { zone: membership.zone, within: membership.resourceId, now: world.clock.now() };
    return listBookings(world.database.prisma, scope, desk, query);
  },
);
