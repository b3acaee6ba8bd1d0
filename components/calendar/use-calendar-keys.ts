'use client';

import { useEffect } from 'react';
import { step, type View } from './state';
import type { Change } from './use-calendar-state';

type Keys = { today: string; date: string; view: View; change: (change: Change) => void };

/** Somebody is writing, or answering a question: keys belong to that. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null;

/** `t` today, `n` new booking, left and right the days before and after. */
export function useCalendarKeys({ today, date, view, change }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTaken(event.target))
        return;
      const go = (to: string): void => {
        change({ date: to === today ? null : to });
      };
      if (event.key === 't') go(today);
      else if (event.key === 'n') change({ new: '1' });
      else if (event.key === 'ArrowLeft') go(step(view, date, -1));
      else if (event.key === 'ArrowRight') go(step(view, date, 1));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [today, date, view, change]);
}
