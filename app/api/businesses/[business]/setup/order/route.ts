import { orderSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { orderSetup } from '../../../../../../lib/workflows/setup/order-setup';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Puts courts and doctors, or services, in an order.',
    body: orderSchema,
  },
  async ({ body, ...editor }) => {
    await orderSetup(editor, body);
    return undefined;
  },
);
