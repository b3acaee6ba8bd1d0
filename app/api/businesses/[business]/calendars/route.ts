import { calendarsPage } from '../../../../../lib/mirrors/schema';
import { calendarViewer } from '../../../../../lib/web/calendar-editor';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadCalendars } from '../../../../../lib/workflows/calendars/load-calendars';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Addresses at which other programs read calendars, as far as the role may give them out.',
    answer: calendarsPage,
  },
  ({ world, scope, membership, user }) =>
    loadCalendars(world, scope, { userId: user.id, ...calendarViewer(membership) }),
);
