'use client';

import type { MonthView } from '../../lib/booking/schema';
import { formatDay } from '../../lib/i18n/format-day';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';
import type { CalendarResource } from './entries';
import { hatch } from './look';
import type { Labels } from './use-labels';

type Load = MonthView['days'][number];

type Props = {
  date: string;
  /** Undefined while it is being read. */
  load: Load | undefined;
  today: string;
  inMonth: boolean;
  /** The one day that Tab reaches; arrows move it. */
  reachable: boolean;
  resources: readonly CalendarResource[];
  labels: Labels;
  onOpen: (date: string) => void;
};

/** The share of the open time that is booked, in whole percent; null where nothing is open. */
const shareOf = ({ bookedMinutes, openMinutes }: Load): number | null =>
  openMinutes === 0 ? null : Math.min(100, Math.round((100 * bookedMinutes) / openMinutes));

/** One day of a month: its bookings as a number, its load as a bar, and what closes it in words. */
export const MonthDay = ({ date, load, today, inMonth, reachable, resources, labels, onOpen }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const share = load ? shareOf(load) : null;
  const closed = (load?.closed ?? []).map(({ resourceId, reason }) => {
    const resource = resources.find((one) => one.id === resourceId);
    return resource ? `${labels.local(resource.name)}: ${labels.local(reason)}` : labels.local(reason);
  });
  const shut = load !== undefined && share === null;
  const said = [
    formatDay(language, date),
    ...(load ? [t('bookingCount', { count: load.count })] : []),
    ...(load && share !== null ? [t('load', { percent: share })] : []),
    ...(shut && closed.length === 0 ? [t('notOpen')] : []),
    ...closed,
  ];
  return (
    <button
      type="button"
      data-day={date}
      tabIndex={reachable ? 0 : -1}
      aria-label={said.join(', ')}
      aria-current={date === today ? 'date' : undefined}
      onClick={() => {
        onOpen(date);
      }}
      className={cn(
        'flex h-full w-full flex-col gap-1 overflow-hidden p-1 text-left hover:bg-surface-sunken focus-visible:outline-offset-[-2px] md:p-2',
        shut && closed.length > 0 && hatch,
      )}
    >
      <span
        className={cn(
          'flex size-6 shrink-0 items-center justify-center rounded-full text-sm',
          date === today
            ? 'bg-accent font-semibold text-accent-ink'
            : inMonth
              ? 'font-semibold'
              : 'text-muted',
        )}
      >
        {Number(date.slice(8))}
      </span>
      {load && share !== null ? (
        <span className="mt-1 block w-full">
          <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-full bg-surface-sunken">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${String(share)}%` }} />
          </span>
          {load.count > 0 ? (
            <span className="flex flex-col justify-between gap-x-2 pt-0.5 text-xs text-muted tabular-nums md:flex-row md:flex-wrap">
              <span className="max-md:hidden">{t('bookingCount', { count: load.count })}</span>
              <span className="font-semibold text-ink md:hidden">{load.count}</span>
              <span>{share}%</span>
            </span>
          ) : null}
        </span>
      ) : null}
      {closed.length > 0 ? (
        <span className="line-clamp-2 text-xs leading-tight text-state-block max-md:line-clamp-1">
          {closed.join(' · ')}
        </span>
      ) : null}
    </button>
  );
};
