import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { shellText } from '../../../lib/i18n/shell-text';
import { loadPreferences } from '../../../lib/web/preferences';
import { world } from '../../../lib/web/world';
import { isResetOpen } from '../../../lib/workflows/reset-password';
import { NarrowPage } from '../../../components/account/narrow-page';
import { ResetForm } from '../../../components/account/reset-form';
import { Words } from '../../../components/words';

export const metadata = { robots: 'noindex', referrer: 'no-referrer' };

type Props = { params: Promise<{ token: string }> };

/** Where a reset link leads. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const { language } = await loadPreferences();
  const t = dashboardText(language, 'settings');
  const brand = shellText(language)('name');
  if (!(await isResetOpen(world(), token)))
    return (
      <NarrowPage brand={brand} title={t('resetGone')}>
        <p className="text-muted">{t('resetGoneHint')}</p>
      </NarrowPage>
    );
  return (
    <Words
      language={language}
      zone="Asia/Kolkata"
      messages={dashboardMessages(language, ['settings', 'frame'])}
    >
      <NarrowPage brand={brand} title={t('resetTitle')}>
        <ResetForm token={token} />
      </NarrowPage>
    </Words>
  );
}
