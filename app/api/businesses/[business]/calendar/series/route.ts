import { newSeriesSchema, seriesBookedSchema } from '../../../../../../lib/booking/series/schema';
import { checkCalendars } from '../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { bookSeriesFromDashboard } from '../../../../../../lib/workflows/book-series-from-dashboard';

export const POST = staffRoute(
  {
    permission: 'booking.create',
    summary: 'Books the chosen dates of a series, all or none of them. Safe to repeat with the same key.',
    body: newSeriesSchema,
    answer: seriesBookedSchema,
  },
  ({ world, scope, membership, actor, body }) => {
    checkCalendars(membership, [body.rule.resourceId, ...body.dates.map((date) => date.resourceId)]);
    return bookSeriesFromDashboard(world, scope, actor, body);
  },
);
