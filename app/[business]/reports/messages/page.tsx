import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../../lib/i18n/dashboard-messages';
import { loadCostPage } from '../../../../lib/web/load-cost-page';
import { loadPreferences } from '../../../../lib/web/preferences';
import { loadPermitted } from '../../../../lib/web/session';
import { CostView } from '../../../../components/costs/cost-view';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { Words } from '../../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'costs')('reportMessages'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MessageCostsPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'report.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const initial = await loadCostPage(scope, await searchParams);
  return (
    <Words
      language={language}
      zone={zone}
      messages={dashboardMessages(language, ['frame', 'reports', 'costs'])}
    >
      <CostView initial={initial} />
    </Words>
  );
}
