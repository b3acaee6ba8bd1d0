import { auditQuery } from '../../../../lib/tenancy/schema';
import { loadPreferences } from '../../../../lib/web/preferences';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadChoices } from '../../../../lib/workflows/load-choices';
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
  const { language } = await loadPreferences();
  const [log, { members }, choices] = await Promise.all([
    listAudit(world().database.prisma, scope, asked),
    loadPeople(world(), scope, staff.user.id),
    loadChoices(world().database.prisma, scope, language, null),
  ]);
  const filter = { action: asked.action ?? '', actor: asked.actor ?? '' };
  const named = [...choices.resources, ...choices.services].map((one) => [one.id, one.name]);
  const names = Object.fromEntries(named) as Record<string, string>;
  return <AuditView first={{ filter, log }} members={members} names={names} />;
}
