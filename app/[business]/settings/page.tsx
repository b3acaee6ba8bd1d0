import { loadStaff } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { loadAccount } from '../../../lib/workflows/change-account';
import { AccountView } from '../../../components/settings/account-view';

/** One's own account. */
export default async function AccountPage({ params }: { params: Promise<{ business: string }> }) {
  const { user } = await loadStaff((await params).business);
  return <AccountView account={await loadAccount(world().database.prisma, user.id)} />;
}
