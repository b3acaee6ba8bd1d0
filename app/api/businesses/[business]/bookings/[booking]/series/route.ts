import { z } from 'zod';
import { seriesChangedSchema, seriesChangeSchema } from '../../../../../../../lib/booking/series/schema';
import { checkCalendars } from '../../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { changeSeriesFromDashboard } from '../../../../../../../lib/workflows/change-series-from-dashboard';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Cancels or moves a booking of a series, it and those after it, or all that are not over.',
    params: z.object({ booking: z.uuid() }),
    body: seriesChangeSchema,
    answer: seriesChangedSchema,
  },
  ({ world, scope, membership, actor, params, body }) => {
    checkCalendars(membership, [body.act === 'move' ? body.to.resourceId : null]);
    return changeSeriesFromDashboard(world, scope, actor, {
      bookingId: params.booking,
      within: membership.resourceId,
      change: body,
    });
  },
);
