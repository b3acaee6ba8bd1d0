'use client';

import { useMemo, type ReactNode } from 'react';
import type { CalendarBooking } from '../../lib/booking/schema';
import { formatHour } from '../../lib/i18n/format-time';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { useLanguage } from '../words';
import type { Wanted } from './draft';
import { DraftBox } from './draft-box';
import { hoursOf, type CalendarDay, type Column } from './entries';
import { Ghost } from './ghost';
import { GridColumn } from './grid-column';
import { NowLine } from './now-line';
import { pixelsPerMinuteOf, type Scale } from './places';
import { useGridGestures } from './use-grid-gestures';
import type { Labels } from './use-labels';
import { useRovingEntry } from './use-roving-entry';

type Props = {
  /** Names the grid for those who cannot see it. */
  label: string;
  days: readonly CalendarDay[];
  columns: readonly Column[];
  headOf: (column: Column) => ReactNode;
  labels: Labels;
  selected: string | null;
  /** What a form beside the grid is about to take. */
  draft: Wanted | null;
  onOpen: (entryKey: string) => void;
  mayCreate: boolean;
  movable: (booking: CalendarBooking) => boolean;
  onRange: (column: Column, from: number, to: number) => void;
  onPlace: (booking: CalendarBooking, column: Column, from: number, to: number) => void;
};

/**
 * Hours down, courts or days across. Heads stay above and hours at the left while it scrolls either way. Arrows move
 * between bookings, Enter opens.
 */
export const TimeGrid = ({
  label,
  days,
  columns,
  headOf,
  labels,
  selected,
  draft,
  onOpen,
  ...acts
}: Props) => {
  const language = useLanguage();
  const { zone } = useStaff();
  const scale = useMemo((): Scale => {
    const hours = hoursOf(columns);
    return { ...hours, pixelsPerMinute: pixelsPerMinuteOf(columns.flatMap((one) => one.entries)) };
  }, [columns]);
  const { current, onKeyDown, onFocus } = useRovingEntry(columns, onOpen);
  const { root, gesture, handlers } = useGridGestures({ columns, scale, ...acts });
  const first = days[0];
  const hours = Array.from({ length: (scale.to - scale.from) / 60 }, (_, place) => scale.from + place * 60);
  const hourLabel = (minute: number): string =>
    first
      ? formatHour(language, wallClock(new Date(Date.parse(first.startsAt) + minute * 60_000), zone).minute)
      : '';
  const lines = `repeating-linear-gradient(to bottom, var(--hairline) 0 1px, transparent 1px ${String(60 * scale.pixelsPerMinute)}px)`;
  return (
    <div
      ref={root}
      tabIndex={0}
      role="group"
      aria-label={label}
      data-pane
      className="min-h-0 flex-1 overflow-auto overscroll-contain select-none"
      onKeyDown={(event) => {
        if (!handlers.onKeyDown(event)) onKeyDown(event);
      }}
      onPointerDown={handlers.onPointerDown}
      onPointerMove={handlers.onPointerMove}
      onPointerUp={handlers.onPointerUp}
      onPointerCancel={handlers.onPointerCancel}
      onFocus={onFocus}
      onClick={(event) => {
        if (handlers.onClick(event)) return;
        const key = event.target instanceof Element && event.target.closest('[data-entry]');
        if (key instanceof HTMLElement && key.dataset['entry']) onOpen(key.dataset['entry']);
      }}
    >
      <div
        className="grid"
        style={{
          width: `max(100%, calc(var(--gutter) + ${String(columns.length)} * var(--column)))`,
          gridTemplateColumns: `var(--gutter) repeat(${String(columns.length)}, minmax(0, 1fr))`,
          gridTemplateRows: 'auto auto',
        }}
      >
        <div className="sticky top-0 left-0 z-30 border-b border-hairline bg-surface" />
        {columns.map((column) => (
          <div
            key={column.key}
            className="sticky top-0 z-20 min-w-0 border-b border-l border-hairline bg-surface px-2 py-2"
          >
            {headOf(column)}
          </div>
        ))}
        <div
          aria-hidden
          className="sticky left-0 z-20 bg-surface"
          style={{ gridRow: 2, gridColumn: 1, height: (scale.to - scale.from) * scale.pixelsPerMinute }}
        >
          {hours.map((minute) => (
            <span
              key={minute}
              className="absolute right-2 -translate-y-1/2 text-right text-xs leading-tight whitespace-nowrap text-muted first:translate-y-0.5"
              style={{ top: (minute - scale.from) * scale.pixelsPerMinute }}
            >
              {hourLabel(minute)}
            </span>
          ))}
        </div>
        {columns.map((column, index) => (
          <div key={column.key} style={{ gridRow: 2, gridColumn: index + 2, backgroundImage: lines }}>
            <GridColumn
              column={column}
              index={index}
              scale={scale}
              labels={labels}
              current={current !== null && column.entries.some((one) => one.key === current) ? current : null}
              selected={
                selected !== null && column.entries.some((one) => one.key === selected) ? selected : null
              }
              lifted={gesture?.origin.column === index ? (gesture.booking?.id ?? null) : null}
              ghost={
                gesture?.column === index ? (
                  <Ghost gesture={gesture} column={column} scale={scale} labels={labels} />
                ) : draft?.resourceId === column.resource.id && draft.date === column.day.date ? (
                  <DraftBox draft={draft} column={column} scale={scale} labels={labels} />
                ) : null
              }
            />
          </div>
        ))}
        <NowLine days={days} scale={scale} />
      </div>
    </div>
  );
};
