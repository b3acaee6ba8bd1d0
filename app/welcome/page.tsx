import Link from 'next/link';
import { redirect } from 'next/navigation';
import { inLanguage } from '../../lib/kernel/local-text';
import { dashboardText } from '../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../lib/web/preferences';
import { loadSession, mayFound } from '../../lib/web/session';
import { Empty } from '../../components/ui/empty';

/** Where signing in leads without another wish: to the business, or to the choice of one. */
export default async function WelcomePage() {
  const session = await loadSession();
  if (!session) redirect('/sign-in');
  const { language } = await loadPreferences();
  const t = dashboardText(language, 'account');
  const [only, ...others] = session.memberships;
  if (only && others.length === 0) redirect(`/${only.slug}/calendar`);
  if (!only) return <Empty alone title={t('noBusiness')} hint={t('noBusinessHint')} />;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-6">
      <h1 className="text-xl font-semibold">{t('chooseBusiness')}</h1>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {session.memberships.map(({ slug, businessName }) => (
          <li key={slug}>
            <Link
              href={`/${slug}/calendar`}
              className="flex min-h-14 items-center text-base hover:text-accent"
            >
              {inLanguage(businessName, language)}
            </Link>
          </li>
        ))}
      </ul>
      {mayFound(session) ? (
        <Link
          href="/welcome/new"
          className="inline-flex min-h-11 items-center self-start text-sm text-accent"
        >
          {t('addBusiness')}
        </Link>
      ) : null}
    </main>
  );
}
