import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { loadCalendar } from '../../../lib/workflows/load-calendar';
import { CalendarApp } from '../../../components/calendar/calendar-app';
import { readState, spanOf } from '../../../components/calendar/state';
import { Empty } from '../../../components/ui/empty';
import { Words } from '../../../components/words';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'calendar')('title'),
});

export default async function CalendarPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'calendar.view');
  const { language } = await loadPreferences();
  if (!staff) return <Empty alone title={dashboardText(language, 'frame')('notPermitted')} />;
  const { scope, zone, resourceId } = staff.membership;
  const { database, clock } = world();
  const now = clock.now();
  const today = wallClock(now, zone).date;
  const { date } = await searchParams;
  const state = readState(new URLSearchParams(typeof date === 'string' ? { date } : {}), today);
  const { from, to } = spanOf('day', state.date);
  const view = await loadCalendar(database.prisma, scope, { fromDate: from, toDate: to, resourceId, now });
  return (
    <Words language={language} zone={zone} messages={dashboardMessages(language, ['frame', 'calendar'])}>
      <CalendarApp today={today} first={{ from, to, view }} />
    </Words>
  );
}
