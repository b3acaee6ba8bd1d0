'use client';

import { Notice, noticeAction } from '../components/notice';
import { shellText } from '../lib/i18n/shell-text';
import { isLanguage, type Language } from '../lib/kernel/local-text';

/** The language is read from the page itself: the server may be the very thing that failed. */
const pageLanguage = (): Language => {
  const code = typeof document === 'undefined' ? null : document.documentElement.lang;
  return isLanguage(code) ? code : 'en';
};

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
