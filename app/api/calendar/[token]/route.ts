import { AppError } from '../../../../lib/kernel/app-error';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { bookingCalendar } from '../../../../lib/workflows/booking-calendar';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** The calendar file of one booking, for whoever holds its link. */
export const GET = route<Context>(async (world, _request, { params }) => {
  const file = await bookingCalendar(world, webWorld().secret, (await params).token);
  if (file === null)
    throw new AppError('not-found', 'This calendar link is not valid. Open the one in your latest message.');
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="booking.ics"',
      'cache-control': 'private, max-age=60',
      'x-robots-tag': 'noindex',
    },
  });
});
