import { listFailedJobs } from '../../../../../lib/operations/queries';
import { failedJobs } from '../../../../../lib/operations/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'operations.manage',
    summary: 'Lists the background tasks of the business that have failed, with what they are about masked.',
    answer: failedJobs,
  },
  async ({ world, scope }) => ({ jobs: await listFailedJobs(world.database.prisma, scope) }),
);
