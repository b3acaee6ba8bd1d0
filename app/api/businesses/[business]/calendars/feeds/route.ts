import { feedBody } from '../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { makeFeed } from '../../../../../../lib/workflows/calendars/manage-feeds';

export const POST = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Makes a calendar address of a court, a doctor or oneself; the one before it ends.',
    body: feedBody,
  },
  async ({ world, scope, actor, membership, body }) => {
    await makeFeed({ world, scope, actor, ...calendarViewer(membership) }, body.resourceId);
    return undefined;
  },
);
