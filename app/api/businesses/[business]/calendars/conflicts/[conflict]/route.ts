import { conflictAct, conflictParams, conflictSettled } from '../../../../../../../lib/mirrors/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { decideConflict } from '../../../../../../../lib/workflows/calendars/settle-conflict';

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Decides a disagreement between Google Calendar and a booking.',
    params: conflictParams,
    body: conflictAct,
    answer: conflictSettled,
  },
  ({ world, scope, actor, membership, params, body }) =>
    decideConflict({ world, scope, actor, within: membership.resourceId }, params.conflict, body),
);
