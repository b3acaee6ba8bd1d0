'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { Setup } from '../../lib/catalog/setup/schema';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { cn } from '../ui/class-names';
import { useText } from '../words';

const pages = [
  '',
  'services',
  'resources',
  'hours',
  'closures',
  'prices',
  'reminders',
  'business',
  'receipts',
] as const;

/** The pages of setup under one heading; a row of links that scrolls on phones. */
export const SetupFrame = ({ initial, children }: { initial: Setup; children: ReactNode }) => {
  const { business } = useStaff();
  const t = useText('setup');
  const client = useQueryClient();
  const current = usePathname().split('/')[3] ?? '';
  // Before the first part reads it; later readings of the server's are newer and stay.
  useState(() => {
    if (!client.getQueryData(queryKeys.setup(business)))
      client.setQueryData(queryKeys.setup(business), initial);
    return null;
  });
  return (
    <>
      <nav
        aria-label={t('title')}
        className="sticky top-0 z-10 flex gap-1 overflow-x-auto border-b border-hairline bg-surface px-2 md:px-4"
      >
        {pages.map((page) => (
          <Link
            key={page}
            href={`/${business}/setup${page === '' ? '' : `/${page}`}`}
            aria-current={page === current ? 'page' : undefined}
            className={cn(
              'flex min-h-12 shrink-0 items-center border-b-2 border-transparent px-3 text-sm text-muted hover:text-ink',
              page === current && 'border-accent font-semibold text-accent',
            )}
          >
            {t(page === '' ? 'page_overview' : `page_${page}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
};
