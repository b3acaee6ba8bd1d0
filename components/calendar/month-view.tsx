'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { MonthView as Month } from '../../lib/booking/schema';
import { weekdayName } from '../../lib/i18n/format-day';
import { addDays, dayNumberOf } from '../../lib/scheduling/local-date';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { cn } from '../ui/class-names';
import { useLanguage } from '../words';
import type { CalendarResource } from './entries';
import { MonthDay } from './month-day';
import { spanOf, type CalendarState } from './state';
import { Unreadable } from './unreadable';
import type { Labels } from './use-labels';

type Props = {
  title: string;
  today: string;
  state: CalendarState;
  resources: readonly CalendarResource[];
  labels: Labels;
  onDay: (date: string) => void;
  /** To a day of another month. */
  onMonth: (date: string) => void;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function useMonth({ date, resource, service }: CalendarState) {
  const { business } = useStaff();
  const { from, to } = spanOf('month', date);
  return useQuery({
    queryKey: queryKeys.bookings('month', from, to, resource, service),
    queryFn: ({ signal }) =>
      api<Month>(business, 'get', 'calendar/month', {
        query: {
          from,
          to,
          ...(resource && { resourceId: resource }),
          ...(service && { serviceId: service }),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** A month at a glance: how full each day is and what closes it. Arrows move between days, Enter opens one. */
export const MonthView = ({ title, today, state, resources, labels, onDay, onMonth }: Props) => {
  const language = useLanguage();
  const month = useMonth(state);
  const headId = useId();
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState(state.date);
  const { from } = spanOf('month', state.date);
  const shown = state.date.slice(0, 7);
  // The day that Tab reaches; the one asked for where another month is shown by now.
  const current = focused.slice(0, 7) === shown ? focused : state.date;
  const byDate = new Map(month.data?.days.map((day) => [day.date, day]));
  const weeks = Array.from({ length: weeksOf(state.date) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(from, week * 7 + day)),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const days = steps[event.key];
    if (days === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = addDays(current, days);
    setFocused(next);
    if (next.slice(0, 7) !== shown) onMonth(next);
    requestAnimationFrame(() => {
      table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    });
  };
  if (month.isError && !month.data)
    return (
      <Unreadable
        onAgain={() => {
          void month.refetch();
        }}
      />
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-1 pb-24 md:p-4">
      <table
        ref={table}
        aria-label={title}
        aria-busy={month.isPlaceholderData}
        className="w-full flex-1 table-fixed border-collapse"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th
                key={weekday}
                id={`${headId}-${String(weekday)}`}
                scope="col"
                className="h-8 truncate px-1 text-left text-xs font-normal text-muted md:px-2"
              >
                <span aria-hidden className="max-md:hidden">
                  {weekdayName(language, weekday, 'weekdayShort')}
                </span>
                <span aria-hidden className="md:hidden">
                  {weekdayName(language, weekday, 'weekdayNarrow')}
                </span>
                <span className="sr-only">{weekdayName(language, weekday)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td
                  key={date}
                  className={cn(
                    'h-20 border border-hairline p-0 align-top md:h-24',
                    date.slice(0, 7) !== shown && 'bg-surface-sunken',
                  )}
                >
                  <MonthDay
                    date={date}
                    load={month.isPlaceholderData ? undefined : byDate.get(date)}
                    today={today}
                    inMonth={date.slice(0, 7) === shown}
                    reachable={date === current}
                    resources={resources}
                    labels={labels}
                    onOpen={onDay}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const weeksOf = (date: string): number => {
  const { from, to } = spanOf('month', date);
  return (dayNumberOf(to) - dayNumberOf(from) + 1) / 7;
};
