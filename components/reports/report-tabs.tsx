'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useStaff } from '../frame/staff-context';
import { cn } from '../ui/class-names';
import { useText } from '../words';

const tabs = [
  { key: 'reportBookings', path: '' },
  { key: 'reportMessages', path: '/messages' },
] as const;

/** What is reported: bookings, or the messages about them. */
export const ReportTabs = () => {
  const { business } = useStaff();
  const t = useText('costs');
  const r = useText('reports');
  const path = usePathname();
  return (
    <nav
      aria-label={r('title')}
      className="mb-4 flex gap-1 overflow-x-auto border-b border-hairline px-2 md:px-4"
    >
      {tabs.map((tab) => {
        const address = `/${business}/reports${tab.path}`;
        const current = path === address;
        return (
          <Link
            key={tab.key}
            href={address}
            aria-current={current ? 'page' : undefined}
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
  );
};
