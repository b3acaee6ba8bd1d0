'use client';

import { useRouter } from 'next/navigation';
import { initialOf } from '../../lib/i18n/initial';
import { preferenceCookies, type Theme } from '../../lib/kernel/preferences';
import { languageNames, otherLanguages } from '../../lib/kernel/local-text';
import { Menu, MenuItem, MenuLine } from '../ui/menu';
import { useLanguage, useText } from '../words';
import { useNotificationChoice } from './notifications';
import { useStaff } from './staff-context';

const year = 365 * 86_400;

const keep = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; path=/; max-age=${String(year)}; samesite=lax`;
};

/** Who is signed in, in which language and light, and the way out. */
export const AccountMenu = ({ wide = false }: { wide?: boolean }) => {
  const { userName, business, businesses, may } = useStaff();
  const t = useText('frame');
  const language = useLanguage();
  const router = useRouter();
  const notify = useNotificationChoice();
  const setTheme = (theme: Theme): void => {
    keep(preferenceCookies.theme, theme);
    document.documentElement.dataset['theme'] = theme;
  };
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('account')}
          className="flex min-h-11 items-center gap-3 rounded px-2 hover:bg-surface-sunken"
        >
          <span
            aria-hidden
            className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
          >
            {initialOf(userName)}
          </span>
          {wide ? <span className="text-base">{userName}</span> : null}
        </button>
      }
    >
      <p className="px-3 py-2 text-xs text-muted">{t('signedInAs', { name: userName })}</p>
      {businesses
        .filter((one) => one.slug !== business)
        .map((one) => (
          <MenuItem
            key={one.slug}
            onSelect={() => {
              router.push(`/${one.slug}/calendar`);
            }}
          >
            {one.name}
          </MenuItem>
        ))}
      {may('people.change') ? (
        <MenuItem
          onSelect={() => {
            router.push('/welcome/new');
          }}
        >
          {t('addBusiness')}
        </MenuItem>
      ) : null}
      {otherLanguages(language).map((other) => (
        <MenuItem
          key={other}
          onSelect={() => {
            keep(preferenceCookies.language, other);
            router.refresh();
          }}
        >
          <span lang={other}>{languageNames[other]}</span>
        </MenuItem>
      ))}
      {notify.possible ? (
        <MenuItem onSelect={notify.toggle}>{t(notify.on ? 'notifyOff' : 'notify')}</MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem
        onSelect={() => {
          setTheme('system');
        }}
      >
        {t('themeSystem')}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          setTheme('light');
        }}
      >
        {t('themeLight')}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          setTheme('dark');
        }}
      >
        {t('themeDark')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        onSelect={() => {
          // Once a day at most: not worth its weight on every page.
          void import('next-auth/react').then(({ signOut }) => signOut({ callbackUrl: '/sign-in' }));
        }}
      >
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
};
