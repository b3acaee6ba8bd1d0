import { auditQuery } from '../../../../lib/tenancy/schema';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { listAudit } from '../../../../lib/workflows/list-audit';
import { loadPeople } from '../../../../lib/workflows/manage-people';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { AuditView } from '../../../../components/settings/audit-view';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who did what to what. */
export default async function AuditPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'audit.view');
  if (!staff) return <NotPermitted />;
  const { scope } = staff.membership;
  const { action, actor } = await searchParams;
  const asked = auditQuery.safeParse({ action, actor }).data ?? {};
  const [log, { members }] = await Promise.all([
    listAudit(world().database.prisma, scope, asked),
    loadPeople(world(), scope, staff.user.id),
  ]);
  const filter = { action: asked.action ?? '', actor: asked.actor ?? '' };
  return <AuditView first={{ filter, log }} members={members} />;
}
