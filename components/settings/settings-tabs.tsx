'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { cn } from '../ui/class-names';
import { useText } from '../words';

const tabs = [
  { key: 'account', path: '', permission: null },
  { key: 'people', path: '/people', permission: 'people.view' },
  { key: 'calendars', path: '/calendars', permission: 'calendar.view' },
  { key: 'channels', path: '/channels', permission: 'channels.connect' },
  { key: 'payments', path: '/payments', permission: 'payments.connect' },
  { key: 'templates', path: '/templates', permission: 'template.view' },
  { key: 'audit', path: '/audit', permission: 'audit.view' },
  { key: 'data', path: '/data', permission: 'operations.manage' },
  { key: 'jobs', path: '/jobs', permission: 'operations.manage' },
] as const;

const intoView = (tab: HTMLElement | null): void => {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
};

/** The pages about people: one's own account, who works here, what was done. */
export const SettingsTabs = ({ children }: { children: ReactNode }) => {
  const { business, may } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const path = usePathname();
  return (
    <>
      <PageHead title={f('settings')} />
      <nav
        aria-label={f('settings')}
        className="flex gap-1 overflow-x-auto border-b border-hairline px-2 md:px-4"
      >
        {tabs
          .filter((tab) => tab.permission === null || may(tab.permission))
          .map((tab) => {
            const address = `/${business}/settings${tab.path}`;
            // A page within a tab's, such as one number's, is the tab's own.
            const current = path === address || (tab.path !== '' && path.startsWith(`${address}/`));
            return (
              <Link
                key={tab.key}
                href={address}
                aria-current={current ? 'page' : undefined}
                // On a phone not all tabs fit, and the one in hand must be among those that are seen.
                ref={current ? intoView : undefined}
                className={cn(
                  '-mb-px flex min-h-11 shrink-0 items-center border-b-2 border-transparent px-3 text-sm text-muted hover:text-ink',
                  current && 'border-accent font-semibold text-ink',
                )}
              >
                {t(tab.key)}
              </Link>
            );
          })}
      </nav>
      <div className="max-w-3xl px-4 py-6 md:px-6">{children}</div>
    </>
  );
};
