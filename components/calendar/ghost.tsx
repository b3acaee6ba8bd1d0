'use client';

import { cn } from '../ui/class-names';
import { useText } from '../words';
import { clashesOf } from './clashes';
import { instantOf, type Column } from './entries';
import type { Scale } from './places';
import type { Gesture } from './use-grid-gestures';
import type { Labels } from './use-labels';

/** Where a drag would land, with what it would meet there, before it is let go. */
export const Ghost = ({
  gesture,
  column,
  scale,
  labels,
}: {
  gesture: Gesture;
  column: Column;
  scale: Scale;
  labels: Labels;
}) => {
  const t = useText('calendar');
  const { from, to, booking } = gesture;
  const { entries, closed } = clashesOf(column, gesture, booking?.id ?? null);
  const bad = entries.length > 0 || closed;
  const names = entries.map((one) =>
    one.kind === 'booking' ? labels.name(one.booking) : labels.block(one.block),
  );
  const span = labels.span({ startsAt: instantOf(column.day, from), endsAt: instantOf(column.day, to) });
  return (
    <div
      role="status"
      className={cn(
        'pointer-events-none absolute inset-x-0.5 z-20 overflow-hidden rounded-[5px] border-2 px-2 py-0.5 text-xs leading-[1.3] font-semibold shadow-md',
        bad ? 'border-danger bg-danger-soft text-danger' : 'border-accent bg-accent-soft text-accent',
      )}
      style={{
        top: (from - scale.from) * scale.pixelsPerMinute,
        minHeight: Math.max(20, (to - from) * scale.pixelsPerMinute),
      }}
    >
      <span className="block">{span}</span>
      {booking ? <span className="block truncate">{labels.name(booking)}</span> : null}
      {names.length > 0 ? <span className="block">{t('meets', { names: names.join(', ') })}</span> : null}
      {closed && names.length === 0 ? <span className="block">{t('rule-outside-hours')}</span> : null}
    </div>
  );
};
