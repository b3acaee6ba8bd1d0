import { linkBody } from '../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { linkCalendar } from '../../../../../../lib/workflows/calendars/connect-calendar';

export const POST = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Links a Google calendar to a court, a doctor or the business, in place of the one before.',
    body: linkBody,
  },
  async ({ world, scope, actor, membership, body }) => {
    await linkCalendar({ world, scope, actor, ...calendarViewer(membership) }, body);
    return undefined;
  },
);
