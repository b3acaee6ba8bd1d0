import { dashboardText } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadStaff } from '../../../lib/web/session';
import { PageHead } from '../../../components/frame/page-head';

export default async function CalendarPage({ params }: { params: Promise<{ business: string }> }) {
  await loadStaff((await params).business);
  const { language } = await loadPreferences();
  return <PageHead title={dashboardText(language, 'frame')('calendar')} />;
}
