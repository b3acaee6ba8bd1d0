'use client';

import { instantAt } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import type { Wanted } from './draft';
import { instantOf, type Column } from './entries';
import type { Scale } from './places';
import type { Labels } from './use-labels';

/** Where the thing in the making would stand, for as long as its form is open. */
export const DraftBox = ({
  draft,
  column,
  scale,
  labels,
}: {
  draft: Wanted;
  column: Column;
  scale: Scale;
  labels: Labels;
}) => {
  const { zone } = useStaff();
  const start = instantAt(draft.date, draft.minute, zone).getTime() - Date.parse(column.day.startsAt);
  const from = start / 60_000;
  const to = from + (draft.durationMinutes ?? 60);
  if (to <= scale.from || from >= scale.to) return null;
  const [top, bottom] = [Math.max(from, scale.from), Math.min(to, scale.to)];
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0.5 z-10 overflow-hidden rounded-[5px] border-2 border-dashed border-accent bg-accent-soft/70 px-2 py-0.5 text-xs leading-[1.3] font-semibold text-accent"
      style={{
        top: (top - scale.from) * scale.pixelsPerMinute,
        height: (bottom - top) * scale.pixelsPerMinute,
      }}
    >
      {labels.span({ startsAt: instantOf(column.day, from), endsAt: instantOf(column.day, to) })}
    </div>
  );
};
