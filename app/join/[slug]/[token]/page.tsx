import { dashboardMessages, dashboardText } from '../../../../lib/i18n/dashboard-messages';
import { shellText } from '../../../../lib/i18n/shell-text';
import { inLanguage } from '../../../../lib/kernel/local-text';
import { loadPreferences } from '../../../../lib/web/preferences';
import { loadSession } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadInvitation } from '../../../../lib/workflows/join-business';
import { JoinForm } from '../../../../components/account/join-form';
import { NarrowPage } from '../../../../components/account/narrow-page';
import { Words } from '../../../../components/words';

export const metadata = { robots: 'noindex', referrer: 'no-referrer' };

type Props = { params: Promise<{ slug: string; token: string }> };

/** Where an invitation leads. */
export default async function JoinPage({ params }: Props) {
  const link = await params;
  const { language } = await loadPreferences();
  const t = dashboardText(language, 'settings');
  const brand = shellText(language)('name');
  const [found, session] = await Promise.all([loadInvitation(world(), link), loadSession()]);
  if (!found)
    return (
      <NarrowPage brand={brand} title={t('joinGone')}>
        <p className="text-muted">{t('joinGoneHint')}</p>
      </NarrowPage>
    );
  const { businessName, name, role } = found;
  return (
    <Words
      language={language}
      zone="Asia/Kolkata"
      messages={dashboardMessages(language, ['settings', 'frame'])}
    >
      <NarrowPage brand={brand} title={t('joinTitle', { business: inLanguage(businessName, language) })}>
        <p>{t('joinLead', { name, role: t(role) })}</p>
        <JoinForm {...link} name={name} signedInAs={session?.user.name ?? null} />
      </NarrowPage>
    </Words>
  );
}
