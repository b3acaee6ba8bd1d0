import { offerDraftSchema, offerParams, sold } from '../../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { writeOffer } from '../../../../../../../lib/workflows/packs/manage-offers';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Changes a pack that is sold; those sold before stay as they were sold.',
    params: offerParams,
    body: offerDraftSchema,
    answer: sold,
  },
  ({ world, scope, actor, params, body }) =>
    writeOffer(world, scope, { actor, id: params.offer, draft: body }),
);
