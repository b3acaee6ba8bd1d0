import { AppError } from '../../../../../../lib/kernel/app-error';
import { passwordBody } from '../../../../../../lib/tenancy/schema';
import { accountDesk } from '../../../../../../lib/web/account-desk';
import { sessionCookie } from '../../../../../../lib/web/session-cookie';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { changePassword } from '../../../../../../lib/workflows/change-account';

/** A new password: signs out everywhere but here. */
export const POST = staffRoute(
  { permission: 'calendar.view', summary: 'Changes one’s own password.', body: passwordBody },
  async ({ scope, user, actor, body }) => {
    const done = await changePassword(accountDesk(), { user, scope, actor }, body);
    if (!done.ok) {
      const path = done.reason === 'wrong' || done.reason === 'too-often' ? 'old' : 'password';
      throw new AppError('invalid', 'This password will not do.', [{ path, message: done.reason }]);
    }
    const cookie = await sessionCookie({ ...user, sessionVersion: done.value });
    return new Response(null, { status: 204, headers: { 'set-cookie': cookie } });
  },
);
