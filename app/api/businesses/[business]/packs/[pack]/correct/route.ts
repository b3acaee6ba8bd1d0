import { correctionSchema, packParams } from '../../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { correctPack } from '../../../../../../../lib/workflows/packs/mend-pack';

export const POST = staffRoute(
  {
    permission: 'booking.override',
    summary: 'Gives a sold pack minutes or visits by hand, or takes them, with a reason.',
    params: packParams,
    body: correctionSchema,
  },
  async ({ world, scope, actor, params, body }) => {
    await correctPack(world, scope, { actor, packId: params.pack, ...body });
    return undefined;
  },
);
