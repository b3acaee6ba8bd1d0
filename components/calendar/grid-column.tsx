'use client';

import { memo, useMemo } from 'react';
import { cn } from '../ui/class-names';
import type { Column } from './entries';
import { GridEntry } from './grid-entry';
import { hatch } from './look';
import { placesOf, type Scale } from './places';
import type { Labels } from './use-labels';

type Props = {
  column: Column;
  index: number;
  scale: Scale;
  labels: Labels;
  /** The key of the entry that Tab reaches, where it is in this column. */
  current: string | null;
  selected: string | null;
  /** The booking for which another time is being chosen, where it is in this column. */
  lifted: string | null;
  ghost: React.ReactNode;
};

type Stretch = { from: number; to: number };

/** What lies between the open hours. */
function shutBetween(open: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  const shut: Stretch[] = [];
  let at = from;
  for (const range of open) {
    if (range.from > at) shut.push({ from: at, to: Math.min(range.from, to) });
    at = Math.max(at, range.to);
  }
  if (at < to) shut.push({ from: at, to });
  return shut;
}

/** One court or doctor on one day: closed hours shaded, what closes them named, and everything that takes time. */
export const GridColumn = memo(function GridColumn({
  column,
  index,
  scale,
  labels,
  current,
  selected,
  lifted,
  ghost,
}: Props) {
  const places = useMemo(() => placesOf(column.entries, scale), [column.entries, scale]);
  const box = ({ from, to }: Stretch) => ({
    top: (Math.max(from, scale.from) - scale.from) * scale.pixelsPerMinute,
    height: (Math.min(to, scale.to) - Math.max(from, scale.from)) * scale.pixelsPerMinute,
  });
  const shown = ({ from, to }: Stretch): boolean => to > scale.from && from < scale.to;
  const name = labels.local(column.resource.name);
  return (
    <div
      data-column={index}
      className="relative touch-pan-x touch-pan-y border-l border-hairline"
      style={{ height: (scale.to - scale.from) * scale.pixelsPerMinute }}
    >
      {shutBetween(column.open, scale).map((range) => (
        <div
          key={range.from}
          aria-hidden
          className="absolute inset-x-0 bg-surface-sunken"
          style={box(range)}
        />
      ))}
      {column.closed.filter(shown).map((range) => (
        <div
          key={`${String(range.from)}-${labels.local(range.reason)}`}
          className={cn('absolute inset-x-0 px-2 py-1 text-xs font-semibold text-state-block', hatch)}
          style={box(range)}
        >
          {labels.local(range.reason)}
        </div>
      ))}
      {column.entries.map((entry) => {
        const place = places.get(entry.key);
        return place ? (
          <GridEntry
            key={entry.key}
            entry={entry}
            place={place}
            labels={labels}
            columnName={name}
            current={entry.key === current}
            selected={entry.key === selected}
            lifted={entry.key === lifted}
          />
        ) : null;
      })}
      {ghost}
    </div>
  );
});
