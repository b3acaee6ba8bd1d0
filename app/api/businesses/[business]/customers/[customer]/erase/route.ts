import { customerParams, eraseBody } from '../../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { eraseCustomer } from '../../../../../../../lib/workflows/change-customer';

/** The customer wants to be forgotten. */
export const POST = staffRoute(
  {
    permission: 'customer.erase',
    summary: 'Erases the personal data of a customer; bookings stay without a name.',
    params: customerParams,
    body: eraseBody,
  },
  async ({ world, scope, actor, params }) => {
    await eraseCustomer(world, scope, { actor, customerId: params.customer });
    return undefined;
  },
);
