import type { Metadata } from 'next';
import { dashboardMessages, dashboardText } from '../../lib/i18n/dashboard-messages';
import { shellText } from '../../lib/i18n/shell-text';
import { loadPreferences } from '../../lib/web/preferences';
import { ForgotForm } from '../../components/account/forgot-form';
import { NarrowPage } from '../../components/account/narrow-page';
import { Words } from '../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'account')('forgot'),
});

/** Where a link to choose a new password is asked for. */
export default async function ForgotPage() {
  const { language } = await loadPreferences();
  const t = dashboardText(language, 'account');
  return (
    <Words
      language={language}
      zone="Asia/Kolkata"
      messages={dashboardMessages(language, ['account', 'frame'])}
    >
      <NarrowPage brand={shellText(language)('name')} title={t('forgot')}>
        <ForgotForm />
      </NarrowPage>
    </Words>
  );
}
