import type { ReactNode } from 'react';
import { dashboardMessages } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadStaff } from '../../../lib/web/session';
import { SettingsTabs } from '../../../components/settings/settings-tabs';
import { Words } from '../../../components/words';

type Props = { children: ReactNode; params: Promise<{ business: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { membership } = await loadStaff((await params).business);
  const { language } = await loadPreferences();
  const messages = dashboardMessages(language, [
    'audit',
    'calendars',
    'channels',
    'chats',
    'frame',
    'operations',
    'settings',
    'templates',
  ]);
  return (
    <Words language={language} zone={membership.zone} messages={messages}>
      <SettingsTabs>{children}</SettingsTabs>
    </Words>
  );
}
