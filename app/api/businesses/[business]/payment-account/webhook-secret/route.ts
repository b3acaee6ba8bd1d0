import { staffRoute } from '../../../../../../lib/web/staff-route';
import { rotateWebhookSecret } from '../../../../../../lib/workflows/payment-accounts/change-payment-account';

export const POST = staffRoute(
  {
    permission: 'payments.connect',
    summary: 'Makes a new webhook secret; the one before is believed for a day more.',
  },
  async ({ world, scope, actor }) => {
    await rotateWebhookSecret({ world, scope, actor });
    return undefined;
  },
);
