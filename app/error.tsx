'use client';

import { Notice, noticeAction } from '../components/notice';
import { shellText } from '../lib/i18n/shell-text';

/** The language is read from the page itself: the server may be the very thing that failed. */
const pageLanguage = (): 'ta' | 'en' =>
  typeof document !== 'undefined' && document.documentElement.lang === 'ta' ? 'ta' : 'en';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = shellText(pageLanguage());
  return (
    <Notice title={t('error')} hint={t('errorHint', { digest: error.digest ? ` (${error.digest})` : '' })}>
      <button type="button" className={noticeAction} onClick={reset}>
        {t('again')}
      </button>
    </Notice>
  );
}
