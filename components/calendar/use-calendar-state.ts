'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { readState, type CalendarState } from './state';

export type Change = Partial<Record<keyof CalendarState | 'booking' | 'new' | 'customer', string | null>>;

/**
 * The calendar's state, which is the address: a link can be sent to a colleague. `change` makes a step that the Back
 * button undoes; nothing is asked of the server, the parts read what they need.
 */
export function useCalendarState(today: string): {
  state: CalendarState;
  /** Any other word of the address. */
  param: (name: string) => string | null;
  change: (change: Change) => void;
} {
  const params = useSearchParams();
  const state = useMemo(() => readState(params, today), [params, today]);
  const change = useCallback((wanted: Change) => {
    const next = new URLSearchParams(window.location.search);
    for (const [key, value] of Object.entries(wanted)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    const query = next.toString();
    window.history.pushState(null, '', query ? `?${query}` : window.location.pathname);
  }, []);
  const param = useCallback((name: string) => params.get(name), [params]);
  return { state, param, change };
}
