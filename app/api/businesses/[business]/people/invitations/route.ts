import { inviteAnswer, inviteBody } from '../../../../../../lib/tenancy/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { invitePerson } from '../../../../../../lib/workflows/manage-people';

/** A link by which somebody joins. */
export const POST = staffRoute(
  {
    permission: 'people.change',
    summary: 'Invites a person; the link is in the answer, this once.',
    body: inviteBody,
    answer: inviteAnswer,
  },
  async ({ world, scope, actor, membership, body }) => {
    const secret = await invitePerson(world, scope, { actor, invite: body });
    return { link: `${world.publicUrl}/join/${membership.slug}/${secret}` };
  },
);
