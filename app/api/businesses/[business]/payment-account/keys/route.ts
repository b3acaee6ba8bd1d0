import { accountForm } from '../../../../../../lib/payments/accounts/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { renewPaymentKeys } from '../../../../../../lib/workflows/payment-accounts/change-payment-account';

export const PUT = staffRoute(
  { permission: 'payments.connect', summary: 'Gives the same payment account new keys.', body: accountForm },
  async ({ world, scope, actor, body }) => {
    await renewPaymentKeys({ world, scope, actor }, body);
    return undefined;
  },
);
