import { packParams, takeBackSchema } from '../../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { takeBackPack } from '../../../../../../../lib/workflows/packs/take-back-pack';

export const POST = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'Takes a sold pack back: nothing is left of it, and money is handed back at the desk.',
    params: packParams,
    body: takeBackSchema,
  },
  async ({ world, scope, actor, params, body }) => {
    await takeBackPack(world, scope, { actor, packId: params.pack, ...body });
    return undefined;
  },
);
