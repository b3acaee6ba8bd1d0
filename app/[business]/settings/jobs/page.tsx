import { listFailedJobs } from '../../../../lib/operations/queries';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { FailedJobsView } from '../../../../components/settings/failed-jobs-view';

/** What the background process could not do. */
export default async function FailedJobsPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'operations.manage');
  if (!staff) return <NotPermitted />;
  return (
    <FailedJobsView first={{ jobs: await listFailedJobs(world().database.prisma, staff.membership.scope) }} />
  );
}
