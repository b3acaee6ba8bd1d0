import type { Metadata } from 'next';
import { dashboardText } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { Empty } from '../../../components/ui/empty';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: dashboardText((await loadPreferences()).language, 'chats')('title'),
});

/** Beside the list, before one is chosen. */
export default async function ChatsPage() {
  const t = dashboardText((await loadPreferences()).language, 'chats');
  return (
    <div className="grid h-full place-items-center">
      <Empty title={t('pick')} hint={t('pickHint')} />
    </div>
  );
}
