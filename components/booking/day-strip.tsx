'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { MoveTimes } from '../../lib/booking/desk/schema';
import { formatDay, weekdayName } from '../../lib/i18n/format-day';
import { addDays, weekdayOf } from '../../lib/scheduling/local-date';
import { IconButton } from '../ui/button';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';

export type ShownDays = { from: string; on: string };

const week = 7;

type Props = {
  shown: ShownDays;
  today: string;
  /** How much is free on each day; undefined while it is read. */
  days: MoveTimes['days'] | undefined;
  onShow: (shown: ShownDays) => void;
};

/** A week of days to choose from, each with how many times are free; or any other day by its date. */
export const DayStrip = ({ shown, today, days, onShow }: Props) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { from, on } = shown;
  const earliest = (date: string): string => (date < today ? today : date);
  const turn = (by: number) => () => {
    const first = earliest(addDays(from, by));
    onShow({ from: first, on: first });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <IconButton label={t('weekBefore')} disabled={from <= today} onClick={turn(-week)}>
          <ChevronLeft aria-hidden className="size-5" />
        </IconButton>
        <input
          type="date"
          aria-label={t('day')}
          min={today}
          value={on}
          onChange={({ target }) => {
            const { value } = target;
            if (value < today) return;
            onShow(
              value >= from && value < addDays(from, week) ? { from, on: value } : { from: value, on: value },
            );
          }}
          className="min-h-11 min-w-0 flex-1 rounded border border-hairline bg-surface-raised px-3 text-base md:min-h-9 md:text-sm"
        />
        <IconButton label={t('weekAfter')} onClick={turn(week)}>
          <ChevronRight aria-hidden className="size-5" />
        </IconButton>
      </div>
      <div role="group" aria-label={t('day')} className="grid grid-cols-7 gap-1">
        {Array.from({ length: week }, (_, place) => addDays(from, place)).map((date) => {
          const free = days?.find((one) => one.date === date)?.free;
          return (
            <button
              key={date}
              type="button"
              aria-pressed={date === on}
              aria-label={`${formatDay(language, date)}: ${t('freeCount', { count: free ?? 0 })}`}
              onClick={() => {
                onShow({ from, on: date });
              }}
              className={cn(
                'flex min-h-14 flex-col items-center justify-center rounded border border-transparent leading-tight hover:bg-surface-sunken',
                free === 0 && 'text-muted',
                date === on && 'border-accent bg-accent-soft text-ink',
              )}
            >
              <span className="text-xs text-muted">
                {weekdayName(language, weekdayOf(date), 'weekdayNarrow')}
              </span>
              <span className="text-sm font-semibold">{Number(date.slice(8))}</span>
              <span aria-hidden className={cn('h-4 text-xs', free ? 'text-accent' : 'text-muted')}>
                {free === undefined ? '' : free === 0 ? '–' : free}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
