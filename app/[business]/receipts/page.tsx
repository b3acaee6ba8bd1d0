import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { receiptListQuery } from '../../../lib/receipts/schema';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { listReceipts } from '../../../lib/workflows/money/list-receipts';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { ReceiptsView } from '../../../components/receipts/receipts-view';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'receipts')('title'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The receipts of a business. */
export default async function ReceiptsPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'report.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const { database, clock } = world();
  // An address typed wrong shows the whole list.
  const { q = '', month = '' } = receiptListQuery.safeParse(await searchParams).data ?? {};
  const wish = { ...(q && { q }), ...(month && { month }) };
  const list = await listReceipts(database.prisma, scope, zone, wish);
  const thisMonth = wallClock(clock.now(), zone).date.slice(0, 7);
  const messages = dashboardMessages(language, ['bookings', 'frame', 'receipts']);
  return (
    <Words language={language} zone={zone} messages={messages}>
      <ReceiptsView first={{ wish: { q, month }, list }} thisMonth={thisMonth} />
    </Words>
  );
}
