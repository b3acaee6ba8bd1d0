import type { ReactNode } from 'react';
import { inLanguage } from '../../lib/kernel/local-text';
import { may } from '../../lib/kernel/roles';
import { dashboardMessages, dashboardText } from '../../lib/i18n/dashboard-messages';
import { loadPreferences } from '../../lib/web/preferences';
import { loadStaff } from '../../lib/web/session';
import { BookingDrawer } from '../../components/booking/booking-drawer';
import { BottomBar, Rail } from '../../components/frame/navigation';
import { Providers } from '../../components/frame/providers';
import { Words } from '../../components/words';

type Props = { children: ReactNode; params: Promise<{ business: string }> };

export default async function BusinessLayout({ children, params }: Props) {
  const { user, membership, memberships } = await loadStaff((await params).business);
  const { language } = await loadPreferences();
  const staff = {
    business: membership.slug,
    businessName: inLanguage(membership.businessName, language),
    logoId: membership.photoId,
    zone: membership.zone,
    userName: user.name,
    email: user.email,
    role: membership.role,
    resourceId: membership.resourceId,
    businesses: memberships.map(({ slug, businessName }) => ({
      slug,
      name: inLanguage(businessName, language),
    })),
  };
  return (
    <Words
      language={language}
      zone={membership.zone}
      messages={dashboardMessages(language, ['account', 'frame'])}
    >
      <Providers staff={staff}>
        <a
          href="#content"
          className="sr-only z-50 rounded bg-accent px-4 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {dashboardText(language, 'frame')('skip')}
        </a>
        <div className="flex min-h-dvh">
          <Rail />
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none md:pb-0">
            {children}
          </main>
        </div>
        <BottomBar />
        {may(membership.role, 'booking.view') ? (
          <Words
            language={language}
            zone={membership.zone}
            messages={dashboardMessages(language, ['frame', 'bookings'])}
          >
            <BookingDrawer />
          </Words>
        ) : null}
      </Providers>
    </Words>
  );
}
