import { accountDesk } from '../../../../../../lib/web/account-desk';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { endSessions } from '../../../../../../lib/workflows/change-account';

/** Signed out on every device. */
export const DELETE = staffRoute(
  { permission: 'calendar.view', summary: 'Signs out everywhere.' },
  async ({ scope, user, actor }) => {
    await endSessions(accountDesk(), { user, scope, actor });
    return undefined;
  },
);
