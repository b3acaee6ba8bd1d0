import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { loadReportPage } from '../../../lib/web/load-report-page';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { ReportView } from '../../../components/reports/report-view';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'reports')('title'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReportsPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'report.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const first = await loadReportPage(scope, language, await searchParams);
  return (
    <Words
      language={language}
      zone={zone}
      messages={dashboardMessages(language, ['frame', 'reports', 'costs'])}
    >
      <ReportView {...first} />
    </Words>
  );
}
