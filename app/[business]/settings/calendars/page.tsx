import { z } from 'zod';
import { calendarViewer } from '../../../../lib/web/calendar-editor';
import { loadStaff } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadCalendars } from '../../../../lib/workflows/calendars/load-calendars';
import { CalendarsView } from '../../../../components/settings/calendars/calendars-view';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const returnedSchema = z.enum(['connected', 'no-access', 'failed', 'refused']).nullable().catch(null);

/** How bookings show in other calendars, and what those say of ours. */
export default async function CalendarSettingsPage({ params, searchParams }: Props) {
  const { user, membership } = await loadStaff((await params).business);
  const viewer = { userId: user.id, ...calendarViewer(membership) };
  const returned = returnedSchema.parse((await searchParams)['google'] ?? null);
  return <CalendarsView first={await loadCalendars(world(), membership.scope, viewer)} returned={returned} />;
}
