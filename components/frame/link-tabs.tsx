'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '../ui/class-names';

type Props = {
  label: string;
  /** Where the first tab leads, whose path is empty. */
  base: string;
  tabs: readonly { path: string; label: string }[];
  className?: string;
};

const intoView = (tab: HTMLElement | null): void => {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
};

/** Pages side by side, of which one is open. */
export const LinkTabs = ({ label, base, tabs, className }: Props) => {
  const here = usePathname();
  return (
    <nav
      aria-label={label}
      className={cn('flex gap-1 overflow-x-auto border-b border-hairline px-2 md:px-4', className)}
    >
      {tabs.map((tab) => {
        const address = `${base}${tab.path}`;
        // A page within a tab's, such as one number's, is the tab's own.
        const current = here === address || (tab.path !== '' && here.startsWith(`${address}/`));
        return (
          <Link
            key={tab.path}
            href={address}
            aria-current={current ? 'page' : undefined}
            // On a phone not all tabs fit, and the one in hand must be among those that are seen.
            ref={current ? intoView : undefined}
            className={cn(
              '-mb-px flex min-h-11 shrink-0 items-center border-b-2 border-transparent px-3 text-sm text-muted hover:text-ink',
              current && 'border-accent font-semibold text-ink',
            )}
          >
            {tab.label}
          </Link>
        );
      })}
    </nav>
  );
};
