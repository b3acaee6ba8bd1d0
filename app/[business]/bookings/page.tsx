import type { Metadata } from 'next';
import { bookingListQuery } from '../../../lib/booking/desk/schema';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { listBookings } from '../../../lib/workflows/list-bookings';
import { loadChoices } from '../../../lib/workflows/load-choices';
import { BookingList } from '../../../components/bookings/booking-list';
import { filtersOf } from '../../../components/bookings/list-address';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'bookings')('title'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BookingsPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'booking.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone, resourceId: within } = staff.membership;
  const { database, clock } = world();
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const filters = filtersOf(new URLSearchParams(given));
  // An address typed wrong shows the whole list.
  const wish = bookingListQuery.safeParse(filters);
  const desk = { zone, within, now: clock.now() };
  const [page, choices] = await Promise.all([
    listBookings(database.prisma, scope, desk, wish.data ?? {}),
    loadChoices(database.prisma, scope, language, within),
  ]);
  const address = new URLSearchParams(wish.success ? filters : {}).toString();
  return (
    <Words language={language} zone={zone} messages={dashboardMessages(language, ['frame', 'bookings'])}>
      <BookingList initial={{ address, page }} choices={choices} />
    </Words>
  );
}
