import { customerParams, mergeBody } from '../../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { mergeCustomers } from '../../../../../../../lib/workflows/change-customer';

/** Two records of one person. */
export const POST = staffRoute(
  {
    permission: 'customer.merge',
    summary: 'Joins another record of the same person into this customer.',
    params: customerParams,
    body: mergeBody,
  },
  async ({ world, scope, actor, params, body }) => {
    await mergeCustomers(world, scope, { actor, customerId: params.customer, drop: body.drop });
    return undefined;
  },
);
