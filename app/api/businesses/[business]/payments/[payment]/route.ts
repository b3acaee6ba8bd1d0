import { may } from '../../../../../../lib/kernel/roles';
import { paymentAct, paymentDetail, paymentParams } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { actOnPayment } from '../../../../../../lib/workflows/money/desk/act-on-payment';
import { loadPayment } from '../../../../../../lib/workflows/money/desk/load-money';

export const GET = staffRoute(
  {
    permission: 'payment.view',
    summary: 'One payment with everything that led to it; the gateway’s events in full for the owner.',
    params: paymentParams,
    answer: paymentDetail,
  },
  ({ world, scope, membership, params }) =>
    loadPayment(world.database.prisma, scope, { ...params, raw: may(membership.role, 'payment.raw') }),
);

export const POST = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'Decides on a payment that fits nothing: for a booking, back, or dealt with elsewhere.',
    params: paymentParams,
    body: paymentAct,
    answer: paymentDetail,
  },
  async ({ world, scope, membership, actor, params, body }) => {
    await actOnPayment({ world, scope, actor }, { ...params, act: body });
    return loadPayment(world.database.prisma, scope, {
      ...params,
      raw: may(membership.role, 'payment.raw'),
    });
  },
);
