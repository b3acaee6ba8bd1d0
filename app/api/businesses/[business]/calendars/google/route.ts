import { staffRoute } from '../../../../../../lib/web/staff-route';
import { askConsent } from '../../../../../../lib/workflows/calendars/consent';

export const GET = staffRoute(
  { permission: 'calendar.connect', summary: 'Leads to Google, where one lets Neram into one’s calendars.' },
  ({ world, scope, user }) =>
    Promise.resolve(
      new Response(null, {
        status: 303,
        headers: { location: askConsent(world, scope, user.id), 'cache-control': 'no-store' },
      }),
    ),
);
