'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SeriesPlan, SeriesWish } from '../../lib/booking/series/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

/** Every date of a series as it stands now: read again when bookings change. */
export function useSeriesPlan(wish: SeriesWish | null) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('series-plan', wish),
    queryFn: ({ signal }) =>
      api<SeriesPlan>(business, 'post', 'calendar/series/plan', { body: wish ?? {}, signal }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
