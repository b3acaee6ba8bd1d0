import { accountParams } from '../../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { disconnectAccount } from '../../../../../../../lib/workflows/calendars/connect-calendar';

export const DELETE = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Forgets a Google account and unlinks its calendars; what is written there stays.',
    params: accountParams,
  },
  async ({ world, scope, actor, membership, params }) => {
    await disconnectAccount({ world, scope, actor, ...calendarViewer(membership) }, params.account);
    return undefined;
  },
);
