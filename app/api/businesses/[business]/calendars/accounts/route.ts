import { keyBody } from '../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { connectKey } from '../../../../../../lib/workflows/calendars/connect-calendar';

export const POST = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Connects Google calendars by a service account’s JSON key, which is never read back.',
    body: keyBody,
  },
  async ({ world, scope, actor, membership, body }) => {
    await connectKey({ world, scope, actor, ...calendarViewer(membership) }, body.key);
    return undefined;
  },
);
