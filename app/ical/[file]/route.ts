import { AppError } from '../../../lib/kernel/app-error';
import { calendarAnswer } from '../../../lib/web/calendar-answer';
import { route } from '../../../lib/web/route';
import { world as webWorld } from '../../../lib/web/world';
import { calendarFeed } from '../../../lib/workflows/calendars/calendar-feed';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ file: string }> };

/** The bookings of a court, a doctor or a member, for the program that was given their secret address. */
export const GET = route<Context>(async (world, request, { params }) => {
  const token = (await params).file.replace(/\.ics$/, '');
  const file = await calendarFeed(world, webWorld().secret, token);
  if (file === null)
    throw new AppError('not-found', 'This calendar address does not work. Ask for a new one in Settings.');
  return calendarAnswer(request, file, 'bookings');
});
