'use client';

import { useEffect, useRef } from 'react';
import type { CalendarDay } from './entries';
import type { Scale } from './places';
import { useNow } from '../use-now';

/** A line across the grid at the present minute, on the day it belongs to; scrolled into sight when first seen. */
export const NowLine = ({ days, scale }: { days: readonly CalendarDay[]; scale: Scale }) => {
  const now = useNow(30_000);
  const line = useRef<HTMLDivElement>(null);
  const first = days[0];
  const ofWeek = days.length > 1;
  const place = days.findIndex((day) => {
    const minute = now ? (now.getTime() - Date.parse(day.startsAt)) / 60_000 : -1;
    return minute >= 0 && minute < day.minutes;
  });
  const day = days[place];
  const minute = now && day ? (now.getTime() - Date.parse(day.startsAt)) / 60_000 : null;
  const shown = minute !== null && minute >= scale.from && minute <= scale.to;
  useEffect(() => {
    const pane = shown ? line.current?.closest('[data-pane]') : null;
    if (!pane || !line.current) return;
    pane.scrollTop = line.current.offsetTop - pane.clientHeight / 3;
    // Of a day the first court stays in sight; of a week, on a screen that does not hold it, this day comes there.
    const monday = pane.querySelector('[data-column]');
    if (monday && ofWeek)
      pane.scrollLeft = line.current.getBoundingClientRect().left - monday.getBoundingClientRect().left;
  }, [shown, first?.date, ofWeek]);
  if (!shown) return null;
  const style = ofWeek ? { gridColumn: `${String(place + 2)} / span 1` } : { gridColumn: `2 / -1` };
  return (
    <div
      ref={line}
      aria-hidden
      className="pointer-events-none relative z-10 h-0 border-t-2 border-danger print:hidden"
      style={{ ...style, gridRow: 2, marginTop: (minute - scale.from) * scale.pixelsPerMinute - 1 }}
    >
      <span className="absolute top-0 -mt-[5px] -ml-1 size-2 rounded-full bg-danger" />
    </div>
  );
};
