'use client';

import dynamic from 'next/dynamic';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CalendarBlock, CalendarBooking } from '../../lib/booking/schema';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { useText } from '../words';
import { Agenda } from './agenda';
import { CalendarSkeleton } from './calendar-skeleton';
import { ColumnHead } from './column-head';
import { ConflictNotice } from './conflict-notice';
import { isMovable } from './clashes';
import type { Wanted } from './draft';
import { DaySheet } from './day-sheet';
import { instantOf, withoutCancelled, type Column } from './entries';
import { Filters } from './filters';
import type { Drop } from './move-dialog';
import type { View } from './state';
import { TimeGrid } from './time-grid';
import { Toolbar } from './toolbar';
import { Unreadable } from './unreadable';
import { useCalendarData, type FirstView } from './use-calendar-data';
import { useCalendarKeys } from './use-calendar-keys';
import { useCalendarState } from './use-calendar-state';
import { useColumns } from './use-columns';
import { useIsPhone } from './use-is-phone';
import { useLabels } from './use-labels';
import { useMove } from './use-move';
import { usePrinting } from './use-printing';
import { useNow } from '../use-now';
import { useTitle } from './use-title';

// Fetched when they are first wanted: looking comes first.
const NewDrawer = dynamic(() => import('./new-drawer').then((part) => part.NewDrawer), { ssr: false });
const BlockPanel = dynamic(() => import('./block-panel').then((part) => part.BlockPanel), { ssr: false });
const MonthView = dynamic(() => import('./month-view').then((part) => part.MonthView), {
  ssr: false,
  loading: () => <CalendarSkeleton />,
});
const MoveDialog = dynamic(() => import('./move-dialog').then((part) => part.MoveDialog), { ssr: false });

const defaultMinute = 9 * 60;

/** The calendar: which days, looked at how, and everything on them; live. */
export const CalendarApp = ({ today: served, first }: { today: string; first: FirstView }) => {
  const t = useText('calendar');
  const { zone, resourceId: own, may } = useStaff();
  const now = useNow(60_000);
  const today = now ? wallClock(now, zone).date : served;
  const { state, param, change } = useCalendarState(today);
  const phone = useIsPhone();
  const view: View = state.view ?? (phone ? 'list' : 'day');
  const weekOf = view === 'week' ? (own ?? state.resource ?? first.view.resources[0]?.id ?? null) : null;
  // The month counts; the day it stands on is read meanwhile, so that it is there when somebody goes to it.
  const found = useCalendarData(view === 'month' ? 'day' : view, state.date, weekOf, first);
  const data = found.data;
  const labels = useLabels(data?.services ?? first.view.services);
  const title = useTitle(view, state.date);
  useCalendarKeys({ today, date: state.date, view, change });

  const columns = useColumns({ data, isPlaceholderData: found.isPlaceholderData, state, weekOf });
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [draft, setDraft] = useState<Wanted | null>(null);
  const [block, setBlock] = useState<CalendarBlock | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const move = useMove();
  const printing = usePrinting();
  const mayCreate = may('booking.create');
  const open = (key: string): void => {
    const found = data?.blocks.find((one) => one.ids.includes(key));
    if (found?.bookingId) change({ booking: found.bookingId });
    else if (found) setBlock(found);
    else change({ booking: key });
  };
  const nextHour =
    now && state.date === today ? Math.ceil((wallClock(now, zone).minute + 1) / 30) * 30 : defaultMinute;
  const firstResource = data?.resources[0]?.id ?? null;
  const isNew = param('new') !== null && mayCreate && firstResource !== null;
  const suggested = wanted ?? {
    resourceId: weekOf ?? state.resource ?? firstResource ?? '',
    date: state.date,
    minute: Math.min(nextHour, 23 * 60),
    durationMinutes: null,
  };
  const acts = {
    mayCreate,
    movable: (booking: CalendarBooking) => now !== null && may('booking.change') && isMovable(booking, now),
    onRange: ({ resource, day }: Column, from: number, to: number) => {
      const at = wallClock(new Date(instantOf(day, from)), zone);
      setWanted({ resourceId: resource.id, ...at, durationMinutes: to - from });
      change({ new: '1', booking: null });
    },
    onPlace: (booking: CalendarBooking, { resource, day }: Column, from: number, to: number) => {
      setDrop({
        booking,
        resourceId: resource.id,
        startsAt: instantOf(day, from),
        durationMinutes: to - from,
      });
    },
  };
  const closeNew = (): void => {
    setWanted(null);
    change({ new: null, customer: null });
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
        {mayCreate ? (
          <Button
            look="primary"
            aria-keyshortcuts="n"
            className="max-md:fixed max-md:right-4 max-md:bottom-20 max-md:z-20 max-md:shadow-lg print:hidden"
            onClick={() => {
              setWanted(null);
              change({ new: '1', booking: null });
            }}
          >
            <Plus aria-hidden className="size-4" />
            {t('newBooking')}
          </Button>
        ) : null}
      </Toolbar>
      <ConflictNotice />
      {view === 'month' ? (
        <MonthView
          title={title}
          today={today}
          state={own === null ? state : { ...state, resource: own }}
          resources={first.view.resources}
          labels={labels}
          onDay={(date) => {
            change({ view: null, date: date === today ? null : date });
          }}
          onMonth={(date) => {
            change({ date });
          }}
        />
      ) : null}
      {found.isPending && view !== 'month' ? <CalendarSkeleton /> : null}
      {found.isError && !data && view !== 'month' ? (
        <Unreadable
          onAgain={() => {
            void found.refetch();
          }}
        />
      ) : null}
      {data && (view === 'list' || both) ? (
        <div
          className={cn('flex min-h-0 flex-1 flex-col print:hidden', both && 'md:hidden')}
          aria-busy={found.isPlaceholderData}
        >
          <Agenda {...shared} emptyHint={t('emptyDayHint')} />
        </div>
      ) : null}
      {data && (view === 'day' || view === 'week') ? (
        <div
          className={cn('flex min-h-0 flex-1 flex-col print:hidden', both && 'max-md:hidden')}
          aria-busy={found.isPlaceholderData}
        >
          <TimeGrid
            {...shared}
            {...acts}
            label={title}
            days={data.days}
            draft={draft}
            headOf={(column) => (
              <ColumnHead column={column} view={view} today={today} labels={labels} onGo={change} />
            )}
          />
        </div>
      ) : null}
      {printing && data && view !== 'month' ? (
        <DaySheet
          title={title}
          columns={state.status === 'cancelled' ? columns : columns.map(withoutCancelled)}
          labels={labels}
          together={view === 'list'}
        />
      ) : null}
      {isNew && data ? (
        <NewDrawer
          // What is typed stays while the clock moves on; another place begins anew.
          key={JSON.stringify([wanted, param('customer')])}
          wanted={suggested}
          onDraft={setDraft}
          customer={param('customer')}
          services={data.services}
          resources={data.resources}
          labels={labels}
          onClose={closeNew}
          onBooked={closeNew}
        />
      ) : null}
      {block ? (
        <BlockPanel
          block={block}
          labels={labels}
          onClose={() => {
            setBlock(null);
          }}
        />
      ) : null}
      {drop && data ? (
        <MoveDialog
          drop={drop}
          resources={data.resources}
          labels={labels}
          onClose={() => {
            setDrop(null);
          }}
          onMove={(wish) => {
            setDrop(null);
            move.mutate(wish);
          }}
        />
      ) : null}
    </div>
  );
};
