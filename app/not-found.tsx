import Link from 'next/link';
import { Notice, noticeAction } from '../components/notice';
import { shellText } from '../lib/i18n/shell-text';
import { loadPreferences } from '../lib/web/preferences';

export default async function NotFound() {
  const t = shellText((await loadPreferences()).language);
  return (
    <Notice title={t('notFound')} hint={t('notFoundHint')}>
      <Link href="/" className={noticeAction}>
        {t('home')}
      </Link>
    </Notice>
  );
}
