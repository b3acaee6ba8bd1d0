'use client';

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { weekdayName } from '../../lib/i18n/format-day';
import { formatSpanTitle, formatTime } from '../../lib/i18n/format-time';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';
import { isOf, paintOpen, weekdays, type Period, type Range } from './week-model';

type Props = {
  hours: readonly Range[];
  period: Period;
  onChange: (hours: Range[]) => void;
  disabled: boolean;
};

const firstMinute = 5 * 60;
const lastMinute = 26 * 60;
const step = 30;
const span = lastMinute - firstMinute;
const part = (minute: number): string =>
  `${String((Math.min(Math.max(minute - firstMinute, 0), span) / span) * 100)}%`;

/** A finger that rests this long draws; one that moves before scrolls. */
const restMs = 350;
const slackPixels = 8;

type Painted = { weekday: number; from: number; to: number };

/** The week as a picture; a pull over free time opens it. The rows beside it do the same by keyboard. */
export const WeekGrid = ({ hours, period, onChange, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const [painted, setPainted] = useState<Painted | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rest = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const drawing = painted !== null;
  useEffect(() => {
    if (!drawing) return undefined;
    // The page must not follow the finger while it draws.
    const hold = (event: TouchEvent): void => {
      event.preventDefault();
    };
    const element = grid.current;
    element?.addEventListener('touchmove', hold, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', hold);
    };
  }, [drawing]);
  const forget = (): void => {
    if (rest.current) clearTimeout(rest.current.timer);
    rest.current = null;
  };
  const minuteAt = (event: PointerEvent<HTMLElement>): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientY - top) / height, 0), 1);
    return firstMinute + Math.floor((share * span) / step) * step;
  };
  const range = painted && {
    weekday: painted.weekday,
    from: Math.min(painted.from, painted.to),
    to: Math.max(painted.from, painted.to) + step,
  };
  const marks = Array.from({ length: 8 }, (_, index) => (6 + index * 2.5) * 60).filter(
    (minute) => minute % 60 === 0,
  );
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm text-muted">{t(disabled ? 'gridRead' : 'gridHint')}</figcaption>
      <div ref={grid} className="grid grid-cols-[3.5rem_repeat(7,minmax(0,1fr))]" aria-hidden>
        <span />
        {weekdays.map((weekday) => (
          <span key={weekday} className="pb-1 text-center text-xs text-muted">
            {weekdayName(language, weekday, 'weekdayNarrow')}
          </span>
        ))}
        <div className="relative h-[30rem]">
          {marks.map((minute) => (
            <span
              key={minute}
              className="absolute right-1 -translate-y-1/2 text-[10px] whitespace-nowrap text-muted"
              style={{ top: part(minute) }}
            >
              {formatTime(language, minute)}
            </span>
          ))}
        </div>
        {weekdays.map((weekday) => (
          <div
            key={weekday}
            className={cn(
              'relative h-[30rem] border-l border-hairline bg-surface-sunken last:border-r',
              !disabled && 'cursor-crosshair touch-pan-x touch-pan-y',
            )}
            onPointerDown={(event) => {
              if (disabled || event.button !== 0) return;
              const minute = minuteAt(event);
              const begin = (): void => {
                setPainted({ weekday, from: minute, to: minute });
              };
              if (event.pointerType === 'touch') {
                forget();
                rest.current = { timer: setTimeout(begin, restMs), x: event.clientX, y: event.clientY };
              } else {
                event.currentTarget.setPointerCapture(event.pointerId);
                begin();
              }
            }}
            onPointerMove={(event) => {
              const { x, y } = rest.current ?? { x: event.clientX, y: event.clientY };
              if (!drawing && Math.hypot(event.clientX - x, event.clientY - y) > slackPixels) forget();
              if (painted?.weekday === weekday) setPainted({ ...painted, to: minuteAt(event) });
            }}
            onPointerCancel={() => {
              forget();
              setPainted(null);
            }}
            onPointerUp={() => {
              forget();
              setPainted(null);
              // A mere tap is no pull: it would leave half hours behind a finger that only scrolls.
              if (range && range.to - range.from > step) onChange(paintOpen(hours, period, range));
            }}
          >
            {hours
              .filter((one) => isOf(period, one) && one.weekday === weekday)
              .map((one, place) => (
                <span
                  key={place}
                  title={formatSpanTitle(language, one.opensMinute, one.closesMinute)}
                  className={cn(
                    'pointer-events-none absolute inset-x-0.5 rounded-sm',
                    one.kind === 'open' ? 'bg-accent/70' : 'z-[1] bg-surface-sunken',
                  )}
                  style={{
                    top: part(one.opensMinute),
                    bottom: `calc(100% - ${part(one.closesMinute)})`,
                  }}
                />
              ))}
            {range?.weekday === weekday ? (
              <span
                className="pointer-events-none absolute inset-x-0 z-[2] rounded-sm border-2 border-accent bg-accent-soft"
                style={{ top: part(range.from), bottom: `calc(100% - ${part(range.to)})` }}
              >
                <span className="absolute -top-5 left-0 rounded bg-ink px-1 text-[10px] whitespace-nowrap text-surface">
                  {formatSpanTitle(language, range.from, range.to)}
                </span>
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </figure>
  );
};
