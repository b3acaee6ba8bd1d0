import { archiveOfferSchema, offerParams } from '../../../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { putOfferAway } from '../../../../../../../../lib/workflows/packs/manage-offers';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Sells a pack no more, or again.',
    params: offerParams,
    body: archiveOfferSchema,
  },
  async ({ world, scope, actor, params, body }) => {
    await putOfferAway(world, scope, { actor, id: params.offer, archived: body.archived });
    return undefined;
  },
);
