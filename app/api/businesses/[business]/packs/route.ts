import { saleSchema, sold, soldPacks, soldPacksQuery } from '../../../../../lib/packs/schema';
import { listSoldPacks } from '../../../../../lib/packs/queries';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { sellPack } from '../../../../../lib/workflows/packs/sell-pack';

export const GET = staffRoute(
  {
    permission: 'customer.view',
    summary: 'Packs and memberships that were sold, newest first: of all customers, or of one.',
    query: soldPacksQuery,
    answer: soldPacks,
  },
  async ({ world, scope, query }) => ({
    packs: await listSoldPacks(world.database.prisma, scope, { customerId: query.customer }),
  }),
);

export const POST = staffRoute(
  {
    permission: 'customer.change',
    summary: 'Sells a pack to a customer, with the money taken at the desk.',
    body: saleSchema,
    answer: sold,
  },
  ({ world, scope, actor, body }) => sellPack(world, scope, { actor, ...body }),
);
