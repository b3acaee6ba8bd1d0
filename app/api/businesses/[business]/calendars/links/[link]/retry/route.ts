import { linkParams } from '../../../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { tryLinkAgain } from '../../../../../../../../lib/workflows/calendars/connect-calendar';

export const POST = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Has a linked Google calendar looked at now.',
    params: linkParams,
  },
  async ({ world, scope, actor, membership, params }) => {
    await tryLinkAgain({ world, scope, actor, ...calendarViewer(membership) }, params.link);
    return undefined;
  },
);
