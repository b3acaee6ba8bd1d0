import { blockedSchema, liftBlockSchema, newBlockSchema } from '../../../../../../lib/booking/schema';
import { checkCalendar } from '../../../../../../lib/web/own-calendar';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { blockTime } from '../../../../../../lib/workflows/block-time';
import { liftBlockTime } from '../../../../../../lib/workflows/lift-block-time';

export const POST = staffRoute(
  {
    permission: 'block.change',
    summary: 'Takes time of a court or doctor for something that is no booking.',
    body: newBlockSchema,
    answer: blockedSchema,
  },
  ({ world, scope, membership, actor, body }) => {
    checkCalendar(membership, body.resourceId);
    return blockTime(world, scope, actor, body);
  },
);

export const DELETE = staffRoute(
  { permission: 'block.change', summary: 'Gives blocked time back.', body: liftBlockSchema },
  async ({ world, scope, membership, actor, body }) => {
    await liftBlockTime(world, scope, actor, { ids: body.ids, within: membership.resourceId });
    return undefined;
  },
);
