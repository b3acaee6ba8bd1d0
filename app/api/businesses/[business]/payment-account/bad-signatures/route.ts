import { staffRoute } from '../../../../../../lib/web/staff-route';
import { clearSignatureAlert } from '../../../../../../lib/workflows/payment-accounts/clear-bad-signatures';

export const DELETE = staffRoute(
  {
    permission: 'payments.connect',
    summary: 'Clears the alert about webhooks that were not signed; newer ones raise it again.',
  },
  async ({ world, scope, actor }) => {
    await clearSignatureAlert({ world, scope, actor });
    return undefined;
  },
);
