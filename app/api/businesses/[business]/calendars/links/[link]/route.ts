import { linkParams } from '../../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { unlinkCalendar } from '../../../../../../../lib/workflows/calendars/connect-calendar';

export const DELETE = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Unlinks a Google calendar and frees the time that it took; what is written there stays.',
    params: linkParams,
  },
  async ({ world, scope, actor, membership, params }) => {
    await unlinkCalendar({ world, scope, actor, ...calendarViewer(membership) }, params.link);
    return undefined;
  },
);
