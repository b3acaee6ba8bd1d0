import Link from 'next/link';
import { shellText } from '../lib/i18n/page-text';
import { loadPreferences } from '../lib/web/preferences';
import { simulatorUrl } from '../lib/web/simulator-proxy';
import { Mark } from '../components/mark';

export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const t = shellText((await loadPreferences()).language);
  const links = [
    ...(simulatorUrl() === null
      ? []
      : [{ href: '/simulator', label: t('openSimulator'), hint: t('openSimulatorHint') }]),
    { href: '/sign-in', label: t('signIn'), hint: t('signInHint') },
  ];
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-12 px-6 py-12">
      <header className="flex flex-col gap-6">
        <Mark name={t('name')} />
        <h1 className="text-xl font-semibold text-balance">{t('headline')}</h1>
        <p className="text-base text-muted">{t('lead')}</p>
      </header>
      <nav className="flex flex-col border-t border-hairline">
        {links.map((link) => (
          <Link
            key={link.href}
            href={link.href}
            className="group flex min-h-16 flex-col justify-center border-b border-hairline py-4"
          >
            <span className="text-base font-semibold text-accent group-hover:underline">{link.label}</span>
            <span className="text-sm text-muted">{link.hint}</span>
          </Link>
        ))}
      </nav>
    </main>
  );
}
