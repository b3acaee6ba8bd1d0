import { z } from 'zod';
import { configurationForm } from '../../../../../../lib/payments/accounts/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { setChannelPayment } from '../../../../../../lib/workflows/payment-accounts/set-channel-payment';

export const PUT = staffRoute(
  {
    permission: 'payments.connect',
    summary: 'Lets customers of one WhatsApp number pay inside WhatsApp, or by link.',
    params: z.object({ channel: z.uuid() }),
    body: configurationForm,
  },
  async ({ world, scope, actor, params, body }) => {
    await setChannelPayment({ world, scope, actor }, { channelId: params.channel, name: body.name });
    return undefined;
  },
);
