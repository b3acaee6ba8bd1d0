'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CalendarView } from '../../lib/booking/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { spanOf, step, type View } from './state';

export type FirstView = { from: string; to: string; view: CalendarView };

type Span = { from: string; to: string; resourceId: string | null };

/** What the server read a moment ago is as good as read now. */
const freshMs = 60_000;

/** The calendar of a span, read again when something changes; the days on either side are read ahead. */
export function useCalendarData(view: View, date: string, resourceId: string | null, first: FirstView) {
  const { business } = useStaff();
  const queries = useQueryClient();
  const options = (span: Span) => ({
    queryKey: queryKeys.bookings('calendar', span.from, span.to, span.resourceId),
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const { from, to } = span;
      const query = { from, to, ...(span.resourceId && { resourceId: span.resourceId }) };
      return api<CalendarView>(business, 'get', 'calendar', { query, signal });
    },
    staleTime: freshMs,
  });
  const span = { ...spanOf(view, date), resourceId };
  const isFirst = span.from === first.from && span.to === first.to && resourceId === null;
  const found = useQuery({
    ...options(span),
    placeholderData: keepPreviousData,
    ...(isFirst && { initialData: first.view }),
  });
  useEffect(() => {
    if (!found.isSuccess || found.isPlaceholderData) return;
    for (const direction of [1, -1] as const)
      // Read in vain, it is read again when it is looked at.
      queries
        .query(options({ ...spanOf(view, step(view, date, direction)), resourceId }))
        .catch(() => undefined);
    // Ahead of each step; what `options` closes over does not change within a page.
  }, [found.isSuccess, found.isPlaceholderData, view, date, resourceId]);
  return found;
}
