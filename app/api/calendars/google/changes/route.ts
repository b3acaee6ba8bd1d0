import { route } from '../../../../../lib/web/route';
import { world as webWorld } from '../../../../../lib/web/world';
import { receiveNotice } from '../../../../../lib/workflows/calendars/receive-notice';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/**
 * Google's notice that a watched calendar has changed. It has no body; the token in its header is one that we gave. A
 * stranger's is answered alike: nothing is told, and nobody is asked to send it again.
 * Source: Calendar API, push notifications.
 */
export const POST = route(async (world, request) => {
  await receiveNotice(world, webWorld().secret, request.headers.get('x-goog-channel-token') ?? '');
  return new Response(null, { status: 200 });
});
