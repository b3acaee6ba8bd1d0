import { callBody } from '../../../../../../lib/booking/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { callNext } from '../../../../../../lib/workflows/call-next';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Completes the visit of whoever is inside and calls the next one in.',
    body: callBody,
  },
  async ({ world, scope, membership, actor, body }) => {
    await callNext(world, scope, { ...body, actor, within: membership.resourceId });
    return undefined;
  },
);
