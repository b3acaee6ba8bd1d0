import { payouts } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadPayouts } from '../../../../../../lib/workflows/money/desk/load-payouts';

export const GET = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'What the gateway has paid out to the bank in the last 60 days, as far as it tells.',
    answer: payouts,
  },
  ({ world, scope }) => loadPayouts(world, scope),
);
