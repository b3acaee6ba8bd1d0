import { checkAnswer } from '../../../../../../lib/payments/accounts/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { checkPaymentAccount } from '../../../../../../lib/workflows/payment-accounts/check-payment-account';

export const POST = staffRoute(
  {
    permission: 'payments.connect',
    summary: 'Asks the gateway whether it knows our keys.',
    answer: checkAnswer,
  },
  async ({ world, scope }) => ({ problem: await checkPaymentAccount(world, scope) }),
);
