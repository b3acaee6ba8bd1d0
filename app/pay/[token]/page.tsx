import { notFound } from 'next/navigation';
import { dashboardMessages } from '../../../lib/i18n/dashboard-messages';
import { type Language, isLanguage } from '../../../lib/kernel/local-text';
import { qrPath } from '../../../lib/web/qr-code';
import { world } from '../../../lib/web/world';
import { cameBack, loadPayPage, noteReturn } from '../../../lib/workflows/money/load-pay-page';
import { PayPage } from '../../../components/pay/pay-page';
import { Words } from '../../../components/words';

export const metadata = { robots: 'noindex', referrer: 'no-referrer' };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One payment, for its payer: on to the gateway, and how it stands for who comes back. Needs no sign-in. */
export default async function Page({ params, searchParams }: Props) {
  const { token } = await params;
  const query = await searchParams;
  const { secret } = world();
  const returned = cameBack(Object.keys(query));
  if (returned) await noteReturn(world(), secret, token);
  const view = await loadPayPage(world(), { secret, token, qrOf: qrPath });
  if (!view) notFound();
  const chosen: Language | null = isLanguage(query['lang']) ? query['lang'] : null;
  const language = chosen ?? view.language;
  return (
    <Words language={language} zone={view.zone} messages={dashboardMessages(language, ['pay'])}>
      <PayPage token={token} first={view} returned={returned} />
    </Words>
  );
}
