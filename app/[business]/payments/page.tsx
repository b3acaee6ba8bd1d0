import type { Metadata } from 'next';
import { may } from '../../../lib/kernel/roles';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { loadAttention } from '../../../lib/workflows/money/desk/load-money';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { PaymentsView } from '../../../components/payments/payments-view';
import { readTab } from '../../../components/payments/tabs';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'payments')('title'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The money of a business: what needs a person, all payments, the nightly comparison, and the day's cash. */
export default async function PaymentsPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'payment.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const { database, clock } = world();
  const now = clock.now();
  return (
    <Words language={language} zone={zone} messages={dashboardMessages(language, ['frame', 'payments'])}>
      <PaymentsView
        tab={readTab((await searchParams)['tab'])}
        attention={await loadAttention(database.prisma, scope, {
          now,
          raw: may(staff.membership.role, 'payment.raw'),
        })}
        today={wallClock(now, zone).date}
      />
    </Words>
  );
}
