import { accountBody } from '../../../../../lib/tenancy/schema';
import { accountDesk } from '../../../../../lib/web/account-desk';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { changeAccount } from '../../../../../lib/workflows/change-account';

/** One's own name and language. */
export const PATCH = staffRoute(
  { permission: 'calendar.view', summary: 'Changes one’s own name and language.', body: accountBody },
  async ({ scope, user, actor, body }) => {
    await changeAccount(accountDesk(), { user, scope, actor }, body);
    return undefined;
  },
);
