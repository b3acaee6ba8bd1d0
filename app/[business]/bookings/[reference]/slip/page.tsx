import type { Metadata } from 'next';
import { dashboardMessages } from '../../../../../lib/i18n/dashboard-messages';
import { loadBookingPage } from '../../../../../lib/web/load-booking-page';
import { loadPreferences } from '../../../../../lib/web/preferences';
import { loadPermitted } from '../../../../../lib/web/session';
import { loadToken } from '../../../../../lib/web/load-token';
import { Slip } from '../../../../../components/booking/slip';
import { NotPermitted } from '../../../../../components/frame/not-permitted';
import { Words } from '../../../../../components/words';

type Props = { params: Promise<{ business: string; reference: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await params).reference,
});

export default async function SlipPage({ params }: Props) {
  const { business, reference } = await params;
  const staff = await loadPermitted(business, 'booking.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const booking = await loadBookingPage(staff.membership, reference);
  const token = await loadToken(staff.membership, booking);
  return (
    <Words
      language={language}
      zone={staff.membership.zone}
      messages={dashboardMessages(language, ['frame', 'bookings'])}
    >
      <Slip booking={booking} token={token} />
    </Words>
  );
}
