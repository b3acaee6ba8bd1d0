import { getKeeping } from '../../../../../lib/operations/queries';
import { keeping, shownKeeping } from '../../../../../lib/operations/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { saveKeeping } from '../../../../../lib/workflows/operations/save-keeping';

export const GET = staffRoute(
  {
    permission: 'operations.manage',
    summary: 'Says how long chats and raw events are kept, and when older ones were last deleted.',
    answer: shownKeeping,
  },
  ({ world, scope }) => getKeeping(world.database.prisma, scope),
);

export const PUT = staffRoute(
  {
    permission: 'operations.manage',
    summary: 'Changes how long chats and raw events are kept; what is older is deleted the next night.',
    body: keeping,
  },
  async ({ world, scope, actor, body }) => {
    await saveKeeping(world, scope, { actor, keeping: body });
    return undefined;
  },
);
