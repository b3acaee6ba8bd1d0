'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SlotQuote } from '../../lib/booking/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

export type QuoteWish = {
  serviceId: string;
  resourceId: string;
  startsAt: string;
  durationMinutes: number;
  except?: string;
  customerId?: string;
};

/** What a time would cost and meet, as it stands now: read again when bookings change. */
export function useQuote(wish: QuoteWish | null) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.bookings('quote', wish),
    queryFn: ({ signal }) => api<SlotQuote>(business, 'get', 'calendar/quote', { query: wish ?? {}, signal }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
