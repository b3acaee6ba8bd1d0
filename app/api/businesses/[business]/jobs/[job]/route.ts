import { jobAct, jobParams } from '../../../../../../lib/operations/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { actOnJob } from '../../../../../../lib/workflows/operations/act-on-job';

export const POST = staffRoute(
  {
    permission: 'operations.manage',
    summary: 'Tries a failed task again at once, or discards it for good.',
    params: jobParams,
    body: jobAct,
  },
  async ({ world, scope, actor, params, body }) => {
    await actOnJob(world, scope, { actor, ...params, ...body });
    return undefined;
  },
);
