import { lateBody, lateTold } from '../../../../../../lib/booking/desk/schema';
import { AppError } from '../../../../../../lib/kernel/app-error';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { tellLate } from '../../../../../../lib/workflows/tell-late';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Tells everybody still to come today that a doctor or court runs late.',
    body: lateBody,
    answer: lateTold,
  },
  ({ world, scope, membership, actor, body }) => {
    if (membership.resourceId !== null && membership.resourceId !== body.resourceId)
      throw new AppError('not-found', 'There is no such calendar.');
    return tellLate(world, scope, { ...body, actor, zone: membership.zone });
  },
);
