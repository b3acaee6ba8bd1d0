import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { listCustomers } from '../../../lib/workflows/list-customers';
import { CustomersView } from '../../../components/customers/customers-view';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'customers')('title'),
});

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

/** The customers of a business. */
export default async function CustomersPage({ params, searchParams }: Props) {
  const staff = await loadPermitted((await params).business, 'customer.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const { q } = await searchParams;
  const asked = (typeof q === 'string' ? q : '').trim().slice(0, 100);
  const first = await listCustomers(world().database.prisma, scope, { q: asked });
  return (
    <Words language={language} zone={zone} messages={dashboardMessages(language, ['frame', 'customers'])}>
      <CustomersView asked={asked} first={first} />
    </Words>
  );
}
