import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { dashboardMessages, dashboardText } from '../../lib/i18n/dashboard-messages';
import { shellText } from '../../lib/i18n/shell-text';
import { loadPreferences } from '../../lib/web/preferences';
import { loadSession } from '../../lib/web/session';
import { simulatorUrl } from '../../lib/web/simulator-proxy';
import { SignInForm } from '../../components/account/sign-in-form';
import { Mark } from '../../components/mark';
import { Words } from '../../components/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'account')('signInTitle'),
});

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  if (await loadSession()) redirect('/welcome');
  const { language } = await loadPreferences();
  const { next } = await searchParams;
  const t = dashboardText(language, 'account');
  return (
    <Words
      language={language}
      zone="Asia/Kolkata"
      messages={dashboardMessages(language, ['account', 'frame'])}
    >
      <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-6 py-12">
        <Mark name={shellText(language)('name')} />
        <h1 className="text-xl font-semibold">{t('signInTitle')}</h1>
        <SignInForm next={typeof next === 'string' ? next : null} demo={simulatorUrl() !== null} />
      </main>
    </Words>
  );
}
