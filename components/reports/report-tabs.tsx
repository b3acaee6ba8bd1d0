'use client';

import { LinkTabs } from '../frame/link-tabs';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';

/** What is reported: bookings, or the messages about them. */
export const ReportTabs = () => {
  const { business } = useStaff();
  const t = useText('costs');
  const r = useText('reports');
  return (
    <LinkTabs
      label={r('title')}
      base={`/${business}/reports`}
      className="mb-4"
      tabs={[
        { path: '', label: t('reportBookings') },
        { path: '/messages', label: t('reportMessages') },
      ]}
    />
  );
};
