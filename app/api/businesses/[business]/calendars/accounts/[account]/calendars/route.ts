import { accountParams, ownCalendars } from '../../../../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { listOwnCalendars } from '../../../../../../../../lib/workflows/calendars/connect-calendar';

export const GET = staffRoute(
  {
    permission: 'calendar.connect',
    summary: 'Calendars of a Google account that may be written.',
    params: accountParams,
    answer: ownCalendars,
  },
  ({ world, scope, actor, membership, params }) =>
    listOwnCalendars({ world, scope, actor, ...calendarViewer(membership) }, params.account),
);
