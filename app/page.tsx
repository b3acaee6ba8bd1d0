import Link from 'next/link';
import { shellText } from '../lib/i18n/shell-text';
import { loadPreferences } from '../lib/web/preferences';
import { simulatorUrl } from '../lib/web/simulator-proxy';
import { Mark } from '../components/mark';
import { noticeAction } from '../components/notice';

export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const t = shellText((await loadPreferences()).language);
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-12 px-6 py-12">
      <header className="flex flex-col gap-6">
        <Mark name={t('name')} />
        <h1 className="text-xl font-semibold text-balance">{t('headline')}</h1>
        <p className="text-base text-muted">{t('lead')}</p>
      </header>
      {simulatorUrl() === null ? null : (
        <nav className="flex flex-col items-start gap-3">
          <Link href="/simulator" className={noticeAction}>
            {t('openSimulator')}
          </Link>
          <p className="text-sm text-muted">{t('openSimulatorHint')}</p>
        </nav>
      )}
    </main>
  );
}
