import { z } from 'zod';
import { moveBookingSchema, placedSchema } from '../../../../../../../../lib/booking/schema';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { moveFromDashboard } from '../../../../../../../../lib/workflows/move-from-dashboard';

export const PUT = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Gives a booking another time, length, court or doctor; refused where it changed meanwhile.',
    params: z.object({ booking: z.uuid() }),
    body: moveBookingSchema,
    answer: placedSchema,
  },
  ({ world, scope, membership, actor, params, body }) =>
    moveFromDashboard(world, scope, actor, {
      ...body,
      bookingId: params.booking,
      within: membership.resourceId,
    }),
);
