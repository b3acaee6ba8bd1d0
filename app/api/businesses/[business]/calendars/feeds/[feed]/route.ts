import { feedParams } from '../../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { endFeed } from '../../../../../../../lib/workflows/calendars/manage-feeds';

export const DELETE = staffRoute(
  { permission: 'calendar.view', summary: 'Ends a calendar address for good.', params: feedParams },
  async ({ world, scope, actor, membership, params }) => {
    await endFeed({ world, scope, actor, ...calendarViewer(membership) }, params.feed);
    return undefined;
  },
);
