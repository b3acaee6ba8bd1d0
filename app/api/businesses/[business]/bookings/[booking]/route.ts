import { bookingDetail, bookingParams } from '../../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadBooking } from '../../../../../../lib/workflows/load-booking';

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'A booking, by its id or reference, with its history.',
    params: bookingParams,
    answer: bookingDetail,
  },
  ({ world, scope, membership, params }) =>
    loadBooking(world.database.prisma, scope, {
      ...params,
      within: membership.resourceId,
      now: world.clock.now(),
    }),
);
