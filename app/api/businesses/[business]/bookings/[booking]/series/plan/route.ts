import { z } from 'zod';
import {
  seriesChangePlanSchema,
  seriesChangeWishSchema,
} from '../../../../../../../../lib/booking/series/schema';
import { checkCalendars } from '../../../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { planSeriesChange } from '../../../../../../../../lib/workflows/plan-series-change';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary:
      'The bookings that a change of a series means, where each would go, and what the customer would read.',
    params: z.object({ booking: z.uuid() }),
    body: seriesChangeWishSchema,
    answer: seriesChangePlanSchema,
  },
  ({ world, scope, membership, params, body }) => {
    checkCalendars(membership, [body.act === 'move' ? body.to.resourceId : null]);
    return planSeriesChange(world, scope, {
      bookingId: params.booking,
      within: membership.resourceId,
      change: body,
    });
  },
);
