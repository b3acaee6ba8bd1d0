import type { ReactNode } from 'react';
import '../../../components/simulator/chat.css';
import { dashboardMessages } from '../../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../../lib/web/preferences';
import { loadPermitted } from '../../../lib/web/session';
import { world } from '../../../lib/web/world';
import { listChats } from '../../../lib/workflows/list-chats';
import { ChatsFrame } from '../../../components/chats/chat-list';
import { NotPermitted } from '../../../components/frame/not-permitted';
import { Words } from '../../../components/words';

type Props = { children: ReactNode; params: Promise<{ business: string }> };

/** The list of chats stays beside whichever is open. */
export default async function ChatsLayout({ children, params }: Props) {
  const staff = await loadPermitted((await params).business, 'chat.view');
  if (!staff) return <NotPermitted />;
  const { language } = await loadPreferences();
  const { scope, zone } = staff.membership;
  const first = await listChats(world().database.prisma, scope, {});
  return (
    <Words
      language={language}
      zone={zone}
      messages={dashboardMessages(language, ['frame', 'chats', 'customers'])}
    >
      <ChatsFrame first={first}>{children}</ChatsFrame>
    </Words>
  );
}
