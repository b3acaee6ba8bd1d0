import { searchCustomers } from '../../../../../../lib/customers/queries';
import { customerSearchSchema, foundCustomersSchema } from '../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'booking.create',
    summary: 'Customers by a part of their name, their number or a family member’s name.',
    query: customerSearchSchema,
    answer: foundCustomersSchema,
  },
  async ({ world, scope, query }) => ({
    customers: await searchCustomers(world.database.prisma, scope, query.q),
  }),
);
