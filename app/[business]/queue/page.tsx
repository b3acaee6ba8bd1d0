import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { loadChoices } from '../../../lib/workflows/load-choices';
import { loadQueue } from '../../../lib/workflows/load-queue';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { QueueView } from '../../../components/queue/queue-view';
import { Empty } from '../../../components/ui/empty';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'bookings')('queueTitle'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ resource?: string | string[] }>;
};

export default async function QueuePage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'booking.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone, resourceId: within } = staff.membership;
  const { database, clock } = world();
  const now = clock.now();
  const { doctors } = await loadChoices(database.prisma, scope, language, within);
  const { resource } = await searchParams;
  const chosen = doctors.find((one) => one.id === resource) ?? doctors[0];
  if (!chosen) return <Empty alone title={dashboardText(language, 'bookings')('queueEmpty')} />;
  const day = { resourceId: chosen.id, date: wallClock(now, zone).date, zone, now };
  const queue = await loadQueue(database.prisma, scope, day);
  return (
    <Words language={language} zone={zone} messages={dashboardMessages(language, ['frame', 'bookings'])}>
      <QueueView initial={{ resourceId: chosen.id, queue }} doctors={doctors} />
    </Words>
  );
}
