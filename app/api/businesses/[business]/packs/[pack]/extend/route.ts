import { extensionSchema, packParams } from '../../../../../../../lib/packs/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { changeExpiry } from '../../../../../../../lib/workflows/packs/mend-pack';

export const POST = staffRoute(
  {
    permission: 'booking.override',
    summary: 'Lets a sold pack be used until another day, with a reason.',
    params: packParams,
    body: extensionSchema,
  },
  async ({ world, scope, actor, params, body }) => {
    await changeExpiry(world, scope, { actor, packId: params.pack, ...body });
    return undefined;
  },
);
