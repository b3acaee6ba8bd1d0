'use client';

import { memo } from 'react';
import { cn } from '../ui/class-names';
import type { Entry } from './entries';
import { fillOf, hatch, lookOf } from './look';
import { StateMark } from './state-mark';
import type { Labels } from './use-labels';

export type Place = { top: number; height: number; left: string; width: string };

type Props = {
  entry: Entry;
  place: Place;
  labels: Labels;
  /** The court or doctor, for whoever cannot see the column. */
  columnName: string;
  /** The one entry that Tab reaches; arrows move it. */
  current: boolean;
  selected: boolean;
  /** Somebody is choosing another time for it. */
  lifted: boolean;
};

const shape =
  'absolute flex flex-col items-stretch justify-start overflow-hidden rounded-[5px] text-left text-xs leading-[1.3] select-none focus-visible:z-20 focus-visible:outline-offset-0';

const BlockEntry = ({
  entry,
  place,
  labels,
  columnName,
  current,
}: Props & { entry: Entry & { kind: 'block' } }) => {
  const words = labels.block(entry.block);
  const moving = entry.block.kind === 'moving';
  return (
    <button
      type="button"
      data-entry={entry.key}
      tabIndex={current ? 0 : -1}
      style={place}
      aria-label={`${words}, ${labels.fullSpan(entry.block)}, ${columnName}`}
      className={cn(
        shape,
        'px-1.5 py-0.5',
        moving
          ? 'border border-dashed border-state-held bg-surface text-state-held'
          : cn('border border-hairline bg-surface text-state-block', hatch),
      )}
    >
      <span className="line-clamp-2 font-semibold">{words}</span>
      {place.height > 44 ? <span className="block truncate">{labels.span(entry.block)}</span> : null}
    </button>
  );
};

const BookingEntry = ({
  entry,
  place,
  labels,
  columnName,
  current,
  selected,
  lifted,
}: Props & { entry: Entry & { kind: 'booking' } }) => {
  const { booking } = entry;
  const look = lookOf(booking);
  const struck = look === 'cancelled' || look === 'no-show';
  const tall = place.height >= 34;
  return (
    <button
      type="button"
      data-entry={entry.key}
      tabIndex={current ? 0 : -1}
      style={place}
      aria-label={[
        labels.name(booking),
        labels.fullSpan(booking),
        labels.service(booking),
        columnName,
        labels.status(booking),
        labels.coming(booking),
        labels.series(booking),
      ]
        .filter(Boolean)
        .join(', ')}
      className={cn(
        shape,
        'pr-1 pl-2 before:absolute before:inset-y-0 before:left-0 before:w-[3px]',
        tall ? 'py-1' : 'justify-center py-0',
        fillOf[look],
        booking.over && 'border-l-4 border-l-state-override pl-1.5',
        selected && 'z-10 ring-2 ring-accent',
        lifted && 'opacity-40',
      )}
    >
      <span className="flex w-full min-w-0 items-start gap-1">
        <span className={cn('min-w-0 flex-1 truncate font-semibold', look === 'cancelled' && 'line-through')}>
          {labels.name(booking)}
        </span>
        <StateMark booking={booking} />
      </span>
      {tall ? (
        <span className={cn('block truncate', struck ? 'line-through' : 'text-muted')}>
          {labels.span(booking)}
        </span>
      ) : null}
      <span
        data-resize
        aria-hidden
        className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize max-md:hidden"
      />
      {place.height >= 62 ? (
        <span className="block truncate text-muted">{labels.service(booking)}</span>
      ) : null}
    </button>
  );
};

/** A booking or a block in its place. Hundreds of them stand on a page: drawn again only when they change. */
export const GridEntry = memo(function GridEntry(props: Props) {
  const { entry } = props;
  return entry.kind === 'block' ? (
    <BlockEntry {...props} entry={entry} />
  ) : (
    <BookingEntry {...props} entry={entry} />
  );
});
