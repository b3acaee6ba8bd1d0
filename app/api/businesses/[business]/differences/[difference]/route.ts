import { differenceAct, differenceParams } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { mendDifference } from '../../../../../../lib/workflows/money/desk/mend-difference';

export const POST = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'Mends a difference between the gateway’s books and ours.',
    params: differenceParams,
    body: differenceAct,
  },
  async ({ world, scope, actor, params, body }) => {
    await mendDifference({ world, scope, actor }, { ...params, ...body });
    return undefined;
  },
);
