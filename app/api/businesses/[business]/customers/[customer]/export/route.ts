import { customerParams } from '../../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { exportCustomer } from '../../../../../../../lib/workflows/load-customer';

/** The customer wants to know what is stored about them. */
export const POST = staffRoute(
  {
    permission: 'customer.erase',
    summary: 'Hands out everything that is stored about a customer, as a JSON file.',
    params: customerParams,
  },
  async ({ world, scope, actor, params }) => {
    const text = await exportCustomer(world, scope, { actor, customerId: params.customer });
    return new Response(text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="customer-${params.customer}.json"`,
        'cache-control': 'no-store',
      },
    });
  },
);
