'use client';

import type { SeriesChangePlan } from '../../lib/booking/series/schema';
import { useText } from '../words';

type Place = SeriesChangePlan['dates'][number]['from'];

/** How many bookings of a series move, and which stay because their new time is not free. */
export const SeriesMoveBox = ({
  plan,
  line,
}: {
  plan: SeriesChangePlan;
  line: (at: Place, resourceId: string) => string;
}) => {
  const t = useText('calendar');
  const staying = plan.dates.filter((one) => one.to === null);
  return (
    <>
      <p role="status" className="text-sm">
        {t('seriesMoves', { count: plan.dates.length - staying.length })}
      </p>
      {staying.length > 0 ? (
        <div className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
          <p className="font-semibold">{t('seriesStays')}</p>
          <ul>
            {staying.map(({ reference, from }) => (
              <li key={reference}>{line(from, from.resourceId)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
};
