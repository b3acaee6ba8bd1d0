import { accountForm, paymentAccountPage } from '../../../../../lib/payments/accounts/schema';
import { accountView, builtInKeys } from '../../../../../lib/web/payment-accounts';
import { staffRoute } from '../../../../../lib/web/staff-route';
import {
  connectPaymentAccount,
  removePaymentAccount,
} from '../../../../../lib/workflows/payment-accounts/change-payment-account';
import { loadPaymentAccounts } from '../../../../../lib/workflows/payment-accounts/load-payment-accounts';

const permission = 'payments.connect';

export const GET = staffRoute(
  { permission, summary: 'Shows the payment account, never its keys.', answer: paymentAccountPage },
  ({ world, scope, membership }) => loadPaymentAccounts(world, scope, accountView(membership.slug)),
);

export const PUT = staffRoute(
  { permission, summary: 'Takes another account for new payments.', body: accountForm },
  async ({ world, scope, actor, membership, body }) => {
    await connectPaymentAccount({ world, scope, actor }, body, builtInKeys(membership.slug));
    return undefined;
  },
);

export const DELETE = staffRoute(
  { permission, summary: 'Takes no new payments any more.' },
  async ({ world, scope, actor }) => {
    await removePaymentAccount({ world, scope, actor });
    return undefined;
  },
);
