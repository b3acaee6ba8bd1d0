import { shellText } from '../../lib/i18n/shell-text';
import { loadPreferences } from '../../lib/web/preferences';
import { Notice, noticeAction } from '../../components/notice';

/** Kept by the service worker and shown when a page cannot be reached. */
export default async function OfflinePage() {
  const t = shellText((await loadPreferences()).language);
  return (
    <Notice title={t('offline')} hint={t('offlineHint')}>
      {/* A plain link with an empty address asks for the page again that could not be reached. */}
      <a href="" className={noticeAction}>
        {t('again')}
      </a>
    </Notice>
  );
}
