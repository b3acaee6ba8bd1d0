import { invitationParams } from '../../../../../../../lib/tenancy/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { revokeInvitation } from '../../../../../../../lib/workflows/manage-people';

/** The link opens nothing any more. */
export const DELETE = staffRoute(
  { permission: 'people.change', summary: 'Revokes an invitation.', params: invitationParams },
  async ({ world, scope, actor, params }) => {
    await revokeInvitation(world, scope, { actor, id: params.invitation });
    return undefined;
  },
);
