import { newBookingSchema, placedSchema } from '../../../../../../lib/booking/schema';
import { checkCalendar } from '../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { bookFromDashboard } from '../../../../../../lib/workflows/book-from-dashboard';

export const POST = staffRoute(
  {
    permission: 'booking.create',
    summary: 'Books for somebody at the desk or on the phone. Safe to repeat with the same key.',
    body: newBookingSchema,
    answer: placedSchema,
  },
  ({ world, scope, membership, actor, body }) => {
    checkCalendar(membership, body.resourceId);
    return bookFromDashboard(world, scope, actor, body);
  },
);
