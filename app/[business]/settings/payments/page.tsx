import { accountView } from '../../../../lib/web/payment-accounts';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadPaymentAccounts } from '../../../../lib/workflows/payment-accounts/load-payment-accounts';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { PaymentAccount } from '../../../../components/settings/payment-account';

/** How customers pay before their visit. */
export default async function PaymentSettingsPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'payments.connect');
  if (!staff) return <NotPermitted />;
  const { scope, slug } = staff.membership;
  return <PaymentAccount first={await loadPaymentAccounts(world(), scope, accountView(slug))} />;
}
