import { offerDraftSchema, offersView, sold } from '../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadOffers, writeOffer } from '../../../../../../lib/workflows/packs/manage-offers';

export const GET = staffRoute(
  {
    permission: 'customer.view',
    summary: 'What is sold ahead, and the services that it may be good for.',
    answer: offersView,
  },
  ({ world, scope }) => loadOffers(world.database.prisma, scope),
);

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Adds a pack or membership to what is sold.',
    body: offerDraftSchema,
    answer: sold,
  },
  ({ world, scope, actor, body }) => writeOffer(world, scope, { actor, id: null, draft: body }),
);
