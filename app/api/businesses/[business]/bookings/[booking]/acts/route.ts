import { bookingAct, bookingActed, bookingParams } from '../../../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { actOnBooking } from '../../../../../../../lib/workflows/act-on-booking';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Cancels a booking, marks who came, changes who comes, notes, or sends the confirmation again.',
    params: bookingParams,
    body: bookingAct,
    answer: bookingActed,
  },
  ({ world, scope, membership, actor, params, body }) =>
    actOnBooking(world, scope, { ...params, actor, within: membership.resourceId, act: body }),
);
