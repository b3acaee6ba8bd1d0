import { hasOwnBooking } from '../../../lib/booking/queries';
import { loadPermitted } from '../../../lib/web/session';
import { simulatorUrl } from '../../../lib/web/simulator-proxy';
import { world } from '../../../lib/web/world';
import { simulatorLeads } from '../../../lib/workflows/setup/try-in-simulator';
import { Overview } from '../../../components/setup/overview';

type Props = { params: Promise<{ business: string }> };

export default async function OverviewPage({ params }: Props) {
  const staff = await loadPermitted((await params).business, 'setup.view');
  // The layout says why there is nothing.
  if (!staff) return null;
  const { prisma } = world().database;
  const { scope } = staff.membership;
  const [booked, leads] = await Promise.all([hasOwnBooking(prisma, scope), simulatorLeads(prisma, scope)]);
  return <Overview booked={booked} simulator={simulatorUrl() === null ? 'off' : leads} />;
}
