import { AppError } from '../../../../lib/kernel/app-error';
import { calendarAnswer } from '../../../../lib/web/calendar-answer';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { linkedBookingCalendar } from '../../../../lib/workflows/calendars/booking-calendar';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** The calendar file of one booking, for whoever holds its link. */
export const GET = route<Context>(async (world, request, { params }) => {
  const file = await linkedBookingCalendar(world, webWorld().secret, (await params).token);
  if (file === null)
    throw new AppError('not-found', 'This calendar link is not valid. Open the one in your latest message.');
  return calendarAnswer(request, file, 'booking');
});
