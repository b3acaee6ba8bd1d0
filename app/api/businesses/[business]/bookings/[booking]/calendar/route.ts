import { bookingParams } from '../../../../../../../lib/booking/desk/schema';
import { AppError } from '../../../../../../../lib/kernel/app-error';
import { calendarAnswer } from '../../../../../../../lib/web/calendar-answer';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { bookingCalendar } from '../../../../../../../lib/workflows/calendars/booking-calendar';
import { findDeskBooking } from '../../../../../../../lib/workflows/find-desk-booking';

export const GET = staffRoute(
  { permission: 'booking.view', summary: 'One booking as an iCalendar file.', params: bookingParams },
  async ({ world, scope, membership, language, params, request }) => {
    const db = world.database.prisma;
    const booking = await findDeskBooking(db, scope, { ...params, within: membership.resourceId });
    const file = await bookingCalendar(db, scope, { bookingId: booking.id, language });
    if (file === null) throw new AppError('not-found', 'A hold is in no calendar yet.');
    return calendarAnswer(request, file, booking.reference);
  },
);
