import { customerList, customerListQuery } from '../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listCustomers } from '../../../../../lib/workflows/list-customers';

/** The customers of a business. */
export const GET = staffRoute(
  {
    permission: 'customer.view',
    summary: 'Lists customers, newest first, or finds them by name or number.',
    query: customerListQuery,
    answer: customerList,
  },
  ({ world, scope, query }) => listCustomers(world.database.prisma, scope, query),
);
