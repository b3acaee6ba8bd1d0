'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import Link from 'next/link';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** Whether Google Calendar and bookings say different things that somebody must decide; nothing where they agree. */
export const ConflictNotice = () => {
  const t = useText('calendar');
  const { business } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.bookings('outside-conflicts'),
    queryFn: ({ signal }) => api<{ count: number }>(business, 'get', 'calendars/conflicts', { signal }),
  });
  if (!data || data.count === 0) return null;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-hairline bg-surface-sunken px-4 py-2 text-sm print:hidden"
    >
      <CalendarClock aria-hidden className="size-4 shrink-0 text-danger" />
      <span className="min-w-0 flex-1 basis-48">{t('outsideConflicts', { count: data.count })}</span>
      <Link
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4 md:min-h-8"
        href={`/${business}/settings/calendars`}
      >
        {t('decide')}
      </Link>
    </p>
  );
};
