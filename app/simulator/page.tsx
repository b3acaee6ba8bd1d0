import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice, noticeAction } from '../../components/notice';
import { SimulatorApp } from '../../components/simulator/simulator-app';
import { shellText } from '../../lib/i18n/shell-text';
import { simulatorText } from '../../lib/i18n/simulator-text';
import { loadPreferences } from '../../lib/web/preferences';
import { simulatorUrl } from '../../lib/web/simulator-proxy';

export const dynamic = 'force-dynamic';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: simulatorText((await loadPreferences()).language)('title'),
});

export default async function SimulatorPage() {
  const preferences = await loadPreferences();
  if (simulatorUrl() !== null) return <SimulatorApp {...preferences} />;
  const t = shellText(preferences.language);
  return (
    <Notice title={t('simulatorOff')} hint={t('simulatorOffHint')}>
      <Link href="/" className={noticeAction}>
        {t('home')}
      </Link>
    </Notice>
  );
}
