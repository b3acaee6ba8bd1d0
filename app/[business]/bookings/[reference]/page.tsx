import type { Metadata } from 'next';
import { dashboardMessages } from '../../../../lib/i18n/dashboard-messages';
import { loadBookingPage } from '../../../../lib/web/load-booking-page';
import { loadPreferences } from '../../../../lib/web/preferences';
import { loadPermitted } from '../../../../lib/web/session';
import { BookingPage } from '../../../../components/booking/booking-page';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { Words } from '../../../../components/words';

type Props = { params: Promise<{ business: string; reference: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await params).reference,
});

export default async function OneBookingPage({ params }: Props) {
  const { business, reference } = await params;
  const staff = await loadPermitted(business, 'booking.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const booking = await loadBookingPage(staff.membership, reference);
  return (
    <Words
      language={language}
      zone={staff.membership.zone}
      messages={dashboardMessages(language, ['frame', 'bookings'])}
    >
      <BookingPage initial={booking} />
    </Words>
  );
}
