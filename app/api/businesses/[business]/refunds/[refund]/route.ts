import { refundAct, refundParams } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { actOnRefund } from '../../../../../../lib/workflows/money/desk/act-on-payment';

export const POST = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'Sends a failed refund again, or says that the money was handed over.',
    params: refundParams,
    body: refundAct,
  },
  async ({ world, scope, actor, params, body }) => {
    await actOnRefund({ world, scope, actor }, { ...params, act: body });
    return undefined;
  },
);
