import { calendarViewer } from '../../../../lib/web/calendar-editor';
import { loadStaff } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadCalendars } from '../../../../lib/workflows/calendars/load-calendars';
import { CalendarsView } from '../../../../components/settings/calendars/calendars-view';

/** How bookings show in other calendars. */
export default async function CalendarSettingsPage({ params }: { params: Promise<{ business: string }> }) {
  const { user, membership } = await loadStaff((await params).business);
  const viewer = { userId: user.id, ...calendarViewer(membership) };
  return <CalendarsView first={await loadCalendars(world(), membership.scope, viewer)} />;
}
