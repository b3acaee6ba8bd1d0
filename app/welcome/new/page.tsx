import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { shellText } from '../../../lib/i18n/shell-text';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadSession, mayFound } from '../../../lib/web/session';
import { NarrowPage } from '../../../components/account/narrow-page';
import { NewBusinessForm } from '../../../components/account/new-business-form';
import { Words } from '../../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'account')('newTitle'),
});

/** Where an owner adds a further business. */
export default async function NewBusinessPage() {
  const session = await loadSession();
  if (!session) redirect('/sign-in?next=/welcome/new');
  if (!mayFound(session)) notFound();
  const { language } = await loadPreferences();
  const t = dashboardText(language, 'account');
  return (
    <Words
      language={language}
      zone="Asia/Kolkata"
      messages={dashboardMessages(language, ['account', 'frame'])}
    >
      <NarrowPage brand={shellText(language)('name')} title={t('newTitle')}>
        <NewBusinessForm />
      </NarrowPage>
    </Words>
  );
}
