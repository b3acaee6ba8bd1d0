'use client';

import { useMemo } from 'react';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Empty } from '../ui/empty';
import { useText } from '../words';
import { Agenda } from './agenda';
import { CalendarSkeleton } from './calendar-skeleton';
import { ColumnHead } from './column-head';
import { columnsOf, filtered } from './entries';
import { Filters } from './filters';
import type { View } from './state';
import { TimeGrid } from './time-grid';
import { Toolbar } from './toolbar';
import { useCalendarData, type FirstView } from './use-calendar-data';
import { useCalendarKeys } from './use-calendar-keys';
import { useCalendarState } from './use-calendar-state';
import { useIsPhone } from './use-is-phone';
import { useLabels } from './use-labels';
import { useNow } from './use-now';
import { useTitle } from './use-title';

/** The calendar: which days, looked at how, and everything on them; live. */
export const CalendarApp = ({ today: served, first }: { today: string; first: FirstView }) => {
  const t = useText('calendar');
  const { zone, resourceId: own } = useStaff();
  const now = useNow(60_000);
  const today = now ? wallClock(now, zone).date : served;
  const { state, param, change } = useCalendarState(today);
  const phone = useIsPhone();
  const view: View = state.view ?? (phone ? 'list' : 'day');
  const weekOf = view === 'week' ? (own ?? state.resource ?? first.view.resources[0]?.id ?? null) : null;
  const found = useCalendarData(view, state.date, weekOf, first);
  const data = found.data;
  const labels = useLabels(data?.services ?? first.view.services);
  const title = useTitle(view, state.date);
  useCalendarKeys({ today, date: state.date, view, change });

  const columns = useMemo(() => {
    if (!data) return [];
    const only = weekOf ?? state.resource;
    const resources = data.resources.filter((one) => only === null || one.id === only);
    // While other days are on their way, their columns stand empty rather than with yesterday's bookings.
    const shown = found.isPlaceholderData ? [] : filtered(data.bookings, state);
    return columnsOf(found.isPlaceholderData ? { ...data, blocks: [] } : data, shown, resources);
  }, [data, found.isPlaceholderData, weekOf, state]);

  const open = (key: string): void => {
    change({ booking: key });
  };
  const shared = { columns, labels, selected: param('booking'), onOpen: open };
  const both = state.view === null && phone === null;
  return (
    <div className="flex h-[calc(100dvh-4rem-env(safe-area-inset-bottom))] flex-col [--column:8.25rem] md:[--column:9rem] [--gutter:4.75rem] md:h-dvh print:h-auto">
      <Toolbar
        title={title}
        view={view}
        date={state.date}
        today={today}
        onDate={(date) => {
          change({ date: date === today ? null : date });
        }}
        onView={(wanted) => {
          change({ view: wanted });
        }}
      >
        <Filters
          state={state}
          services={first.view.services}
          resources={first.view.resources}
          labels={labels}
          onChange={change}
        />
      </Toolbar>
      {found.isPending ? <CalendarSkeleton /> : null}
      {found.isError && !data ? (
        <Empty title={t('unreadable')} hint={t('unreadableHint')}>
          <Button
            look="primary"
            onClick={() => {
              void found.refetch();
            }}
          >
            {t('again')}
          </Button>
        </Empty>
      ) : null}
      {data && (view === 'list' || both) ? (
        <div
          className={cn('flex min-h-0 flex-1 flex-col', both && 'md:hidden')}
          aria-busy={found.isPlaceholderData}
        >
          <Agenda {...shared} emptyHint={t('emptyDayHint')} />
        </div>
      ) : null}
      {data && view !== 'list' ? (
        <div
          className={cn('flex min-h-0 flex-1 flex-col', both && 'max-md:hidden')}
          aria-busy={found.isPlaceholderData}
        >
          <TimeGrid
            {...shared}
            label={title}
            days={data.days}
            headOf={(column) => (
              <ColumnHead column={column} view={view} today={today} labels={labels} onGo={change} />
            )}
          />
        </div>
      ) : null}
    </div>
  );
};
