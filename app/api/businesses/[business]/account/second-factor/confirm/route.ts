import { AppError } from '../../../../../../../lib/kernel/app-error';
import { codeBody, recoveryCodes } from '../../../../../../../lib/tenancy/schema';
import { accountDesk } from '../../../../../../../lib/web/account-desk';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { confirmSecondFactor } from '../../../../../../../lib/workflows/change-account';

/** The app is set up: the codes for the day it is lost. */
export const POST = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Turns the second factor on; answers with recovery codes, this once.',
    body: codeBody,
    answer: recoveryCodes,
  },
  async ({ scope, user, actor, body }) => {
    const done = await confirmSecondFactor(accountDesk(), { user, scope, actor }, body.code);
    if (done.ok) return { codes: done.value };
    throw new AppError('invalid', 'The code does not fit.', [{ path: 'code', message: done.reason }]);
  },
);
