import { bookingParams, noticeShown, noticeWish } from '../../../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { previewBookingNotice } from '../../../../../../../lib/workflows/preview-booking-notice';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary:
      'The message a customer would get of a change, and whether it would reach them. Changes nothing.',
    params: bookingParams,
    body: noticeWish,
    answer: noticeShown,
  },
  ({ world, scope, membership, params, body }) =>
    previewBookingNotice(world, scope, { ...params, within: membership.resourceId, wish: body }),
);
