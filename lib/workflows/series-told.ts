import type { Booking } from '../booking/types';
import type { SeriesNotice } from '../conversation/series-notice';
import { toEpochMinute } from '../kernel/time-range';

type Dated = Pick<Booking, 'resourceId' | 'startsAt' | 'endsAt' | 'pricePaise'>;

/** What the customer is told of several bookings at once. */
export const seriesNotice = (
  did: SeriesNotice['did'],
  bookings: readonly Dated[],
  reason: string | null = null,
): SeriesNotice => ({
  kind: 'series',
  did,
  dates: [...bookings]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ resourceId, startsAt, endsAt }) => ({
      resourceId,
      startsAt: toEpochMinute(startsAt),
      durationMinutes: toEpochMinute(endsAt) - toEpochMinute(startsAt),
    })),
  pricePaise: bookings.reduce((sum, { pricePaise }) => sum + pricePaise, 0),
  reason,
});
