import { eventAct, eventParams } from '../../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { actOnEvent } from '../../../../../../../lib/workflows/money/desk/act-on-event';

export const POST = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'Tries an event of the gateway again that could not be used, or sets it aside.',
    params: eventParams,
    body: eventAct,
  },
  async ({ world, scope, actor, params, body }) => {
    await actOnEvent({ world, scope, actor }, { ...params, ...body });
    return undefined;
  },
);
