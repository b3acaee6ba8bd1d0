import type { ReactNode } from 'react';
import { loadSetup } from '../../../lib/catalog/setup/queries';
import { dashboardMessages, dashboardText } from '../../../lib/i18n/dashboard-messages';
import { inLanguage } from '../../../lib/kernel/local-text';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted, loadStaff } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { SetupFrame } from '../../../components/setup/setup-frame';
import { Empty } from '../../../components/ui/empty';
import { Words } from '../../../components/words';

type Props = { children: ReactNode; params: Promise<{ business: string }> };

/** The gate of every page of setup: what they show is all in the one reading handed over here. */
export default async function SetupLayout({ children, params }: Props) {
  const { business } = await params;
  const { membership } = await loadStaff(business);
  const { language } = await loadPreferences();
  if (!(await loadPermitted(business, 'setup.view'))) {
    const t = dashboardText(language, 'frame');
    const hint = t('notPermittedHint', { business: inLanguage(membership.businessName, language) });
    return <Empty alone title={t('notPermitted')} hint={hint} />;
  }
  const initial = await loadSetup(world().database.prisma, membership.scope);
  return (
    <Words
      language={language}
      zone={membership.zone}
      messages={dashboardMessages(language, ['chats', 'frame', 'setup'])}
    >
      <SetupFrame initial={initial}>{children}</SetupFrame>
    </Words>
  );
}
