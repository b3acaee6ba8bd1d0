import { getKeeping } from '../../../../lib/operations/queries';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { KeepingView } from '../../../../components/settings/keeping-view';

/** How long chats and raw events are kept. */
export default async function DataPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'operations.manage');
  if (!staff) return <NotPermitted />;
  return <KeepingView first={await getKeeping(world().database.prisma, staff.membership.scope)} />;
}
