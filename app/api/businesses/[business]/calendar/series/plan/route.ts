import { seriesPlanSchema, seriesWishSchema } from '../../../../../../../lib/booking/series/schema';
import { checkCalendar } from '../../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { planSeriesFromDashboard } from '../../../../../../../lib/workflows/plan-series-from-dashboard';

export const POST = staffRoute(
  {
    permission: 'booking.create',
    summary: 'Every date of a series with its price, or what stands in the way and where else it could be.',
    body: seriesWishSchema,
    answer: seriesPlanSchema,
  },
  ({ world, scope, membership, body }) => {
    checkCalendar(membership, body.rule.resourceId);
    return planSeriesFromDashboard(world, scope, { ...body, within: membership.resourceId });
  },
);
