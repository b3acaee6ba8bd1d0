'use client';

import { useEffect, useMemo, useRef } from 'react';
import { formatTime } from '../../lib/i18n/format-time';
import { cn } from '../ui/class-names';
import { Empty } from '../ui/empty';
import { useLanguage, useText } from '../words';
import type { Column, Entry } from './entries';
import { fillOf, hatch, lookOf } from './look';
import { StateMark } from './state-mark';
import type { Labels } from './use-labels';
import { useNow } from '../use-now';

type Row = { entry: Entry; column: Column };

type Props = {
  columns: readonly Column[];
  labels: Labels;
  selected: string | null;
  onOpen: (key: string) => void;
  emptyHint: string;
};

const startOf = ({ entry }: Row): string =>
  entry.kind === 'booking' ? entry.booking.startsAt : entry.block.startsAt;

/** A day as a list, by time: what a phone shows first. */
export const Agenda = ({ columns, labels, selected, onOpen, emptyHint }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const now = useNow(30_000);
  const groups = useMemo(() => {
    const rows = columns
      .flatMap((column) => column.entries.map((entry): Row => ({ entry, column })))
      .sort((a, b) => a.entry.from - b.entry.from);
    const byStart = new Map<number, Row[]>();
    for (const row of rows) byStart.set(row.entry.from, [...(byStart.get(row.entry.from) ?? []), row]);
    return [...byStart];
  }, [columns]);
  const day = columns[0]?.day;
  const closed = [
    ...new Set(
      columns.flatMap((column) =>
        column.closed.map(({ reason }) => `${labels.local(column.resource.name)}: ${labels.local(reason)}`),
      ),
    ),
  ];
  const minute = now && day ? (now.getTime() - Date.parse(day.startsAt)) / 60_000 : -1;
  const isToday = day !== undefined && minute >= 0 && minute < day.minutes;
  const next = isToday
    ? groups.find(([, rows]) => rows.some(({ entry }) => entry.to > minute))?.[0]
    : undefined;
  const nextRow = useRef<HTMLLIElement>(null);
  useEffect(() => {
    nextRow.current?.scrollIntoView({ block: 'start' });
  }, [next === undefined, day?.date]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-24 print:overflow-visible">
      {closed.length > 0 ? (
        <ul
          className={cn('border-b border-hairline px-4 py-2 text-sm font-semibold text-state-block', hatch)}
        >
          {closed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {groups.length === 0 ? <Empty title={t('emptyDay')} hint={emptyHint} /> : null}
      <ul aria-label={t('list')}>
        {groups.map(([from, rows]) => (
          <li key={from} ref={from === next ? nextRow : null} className="flex border-b border-hairline">
            <p
              className={cn(
                'w-20 shrink-0 px-3 py-3 text-sm leading-tight text-muted',
                from === next && 'font-semibold text-accent',
              )}
            >
              {rows[0] ? formatTime(language, labels.startMinute(startOf(rows[0]))) : null}
            </p>
            <ul className="min-w-0 flex-1">
              {rows.map(({ entry, column }) => (
                <li key={entry.key} className="py-1 pr-3">
                  <AgendaRow
                    entry={entry}
                    place={labels.local(column.resource.name)}
                    labels={labels}
                    over={isToday && entry.to <= minute}
                    selected={entry.key === selected}
                    onOpen={onOpen}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
};

const AgendaRow = ({
  entry,
  place,
  labels,
  over,
  selected,
  onOpen,
}: {
  entry: Entry;
  place: string;
  labels: Labels;
  over: boolean;
  selected: boolean;
  onOpen: (key: string) => void;
}) => {
  const booking = entry.kind === 'booking' ? entry.booking : null;
  const look = booking ? lookOf(booking) : null;
  return (
    <button
      type="button"
      data-entry={entry.key}
      onClick={() => {
        onOpen(entry.key);
      }}
      className={cn(
        'relative flex min-h-12 w-full items-center gap-2 overflow-hidden rounded py-1.5 pr-2 pl-3 text-left text-sm',
        'before:absolute before:inset-y-0 before:left-0 before:w-[3px]',
        look ? fillOf[look] : cn('border border-hairline text-state-block', hatch),
        booking?.over && 'border-l-4 border-l-state-override',
        over && look === 'confirmed' && 'opacity-70',
        selected && 'ring-2 ring-accent',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className={cn('block truncate font-semibold', look === 'cancelled' && 'line-through')}>
          {entry.kind === 'booking' ? labels.name(entry.booking) : labels.block(entry.block)}
        </span>
        <span className={cn('block truncate text-xs', look === 'no-show' && 'line-through')}>
          {[
            labels.span(entry.kind === 'booking' ? entry.booking : entry.block),
            place,
            booking && look !== 'confirmed' ? labels.status(booking) : null,
            booking ? labels.coming(booking) : null,
            booking ? labels.series(booking) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {booking ? <StateMark booking={booking} /> : null}
    </button>
  );
};
