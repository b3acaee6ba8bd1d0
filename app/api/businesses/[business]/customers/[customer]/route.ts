import { customerChange, customerParams, customerView } from '../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { changeCustomer } from '../../../../../../lib/workflows/change-customer';
import { loadCustomer } from '../../../../../../lib/workflows/load-customer';

/** One customer. */
export const GET = staffRoute(
  {
    permission: 'customer.view',
    summary: 'Shows a customer: bookings, no-shows, spend, family, consents.',
    params: customerParams,
    answer: customerView,
  },
  ({ world, scope, params }) =>
    loadCustomer(world.database.prisma, scope, { customerId: params.customer, now: world.clock.now() }),
);

/** What staff know of them, and whether they may book in the chat. */
export const PATCH = staffRoute(
  {
    permission: 'customer.change',
    summary: 'Changes name, language or note of a customer, or blocks them.',
    params: customerParams,
    body: customerChange,
  },
  async ({ world, scope, actor, params, body }) => {
    await changeCustomer(world, scope, { actor, customerId: params.customer, change: body });
    return undefined;
  },
);
