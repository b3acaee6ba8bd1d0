import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { listSoldPacks } from '../../../lib/packs/queries';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { loadOffers } from '../../../lib/workflows/packs/manage-offers';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { PacksView } from '../../../components/packs/packs-view';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'packs')('title'),
});

type Props = { params: Promise<{ business: string }> };

/** Packs and memberships: what is sold, and what was. */
export default async function PacksPage({ params }: Props) {
  const staff = await loadPermitted((await params).business, 'customer.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const { database, clock } = world();
  const offers = await loadOffers(database.prisma, scope);
  const packs = await listSoldPacks(database.prisma, scope, {});
  return (
    <Words
      language={language}
      zone={zone}
      messages={dashboardMessages(language, ['frame', 'bookings', 'packs'])}
    >
      <PacksView first={{ offers, sold: { packs } }} today={wallClock(clock.now(), zone).date} />
    </Words>
  );
}
