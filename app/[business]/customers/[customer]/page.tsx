import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { customerParams } from '../../../../lib/customers/schema';
import { dashboardMessages, dashboardText } from '../../../../lib/i18n/dashboard-messages';
import { AppError } from '../../../../lib/kernel/app-error';
import { loadPreferences } from '../../../../lib/web/preferences';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadCustomer } from '../../../../lib/workflows/load-customer';
import { CustomerPage } from '../../../../components/customers/customer-page';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { Words } from '../../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'customers')('title'),
});

type Props = { params: Promise<{ business: string; customer: string }> };

/** One customer. */
export default async function OneCustomerPage({ params }: Props) {
  const { business, customer } = await params;
  const staff = await loadPermitted(business, 'customer.view');
  if (!staff) return <NotPermitted />;
  if (!customerParams.safeParse({ customer }).success) notFound();
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const { database, clock } = world();
  const asked = { customerId: customer, now: clock.now() };
  const first = await loadCustomer(database.prisma, scope, asked).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  });
  return (
    <Words
      language={language}
      zone={zone}
      messages={dashboardMessages(language, ['frame', 'bookings', 'customers', 'packs'])}
    >
      <CustomerPage first={first} />
    </Words>
  );
}
