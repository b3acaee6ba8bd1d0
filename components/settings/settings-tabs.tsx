'use client';

import type { ReactNode } from 'react';
import { LinkTabs } from '../frame/link-tabs';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
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

/** The pages of settings: one's own account, who works here, what is connected, what was done. */
export const SettingsTabs = ({ children }: { children: ReactNode }) => {
  const { business, may } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  return (
    <>
      <PageHead title={f('settings')} />
      <LinkTabs
        label={f('settings')}
        base={`/${business}/settings`}
        tabs={tabs
          .filter((tab) => tab.permission === null || may(tab.permission))
          .map(({ key, path }) => ({ path, label: t(key) }))}
      />
      <div className="max-w-3xl px-4 py-6 md:px-6">{children}</div>
    </>
  );
};
