'use client';

import type { MoveTimes } from '../../lib/booking/desk/schema';
import { capitalised } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { dayPartOf, formatClock, formatDayPart } from '../../lib/i18n/format-time';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import type { Place } from './use-reschedule';

type Slot = MoveTimes['resources'][number]['slots'][number];

type Props = {
  resourceId: string;
  slots: readonly Slot[];
  /** Where the booking is now: shown, and not to be chosen. */
  own: Place;
  /** What it costs now: only another price is worth saying. */
  pricePaise: number;
  onPick: (slot: Slot) => void;
};

/** The free times of a day as buttons, under the parts of the day. */
export const SlotGrid = ({ resourceId, slots, own, pricePaise, onPick }: Props) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { zone } = useStaff();
  const minuteOf = (slot: Slot): number => wallClock(new Date(slot.startsAt), zone).minute;
  const parts = new Map<string, Slot[]>();
  for (const slot of slots) {
    const part = dayPartOf(language, minuteOf(slot));
    parts.set(part, [...(parts.get(part) ?? []), slot]);
  }
  const isOwn = (slot: Slot): boolean =>
    resourceId === own.resourceId &&
    slot.startsAt === own.startsAt &&
    slot.durationMinutes === own.durationMinutes;
  return (
    <div className="flex flex-col gap-3">
      {[...parts].map(([part, ofPart]) => (
        <section key={part} className="flex flex-col gap-1.5">
          <h3 className="text-xs text-muted">
            {capitalised(formatDayPart(language, ofPart[0] ? minuteOf(ofPart[0]) : 0))}
          </h3>
          <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
            {ofPart.map((slot) => (
              <li key={slot.startsAt}>
                <button
                  type="button"
                  disabled={isOwn(slot)}
                  onClick={() => {
                    onPick(slot);
                  }}
                  className="flex min-h-11 w-full flex-col items-center justify-center rounded border border-hairline px-1 py-1 text-sm leading-tight hover:border-accent hover:bg-accent-soft disabled:border-dashed disabled:text-muted disabled:hover:bg-transparent"
                >
                  {formatClock(language, minuteOf(slot))}
                  {isOwn(slot) ? (
                    <span className="text-xs">{t('timeNow')}</span>
                  ) : slot.pricePaise === pricePaise ? null : (
                    <span className="text-xs text-muted">{formatMoney(slot.pricePaise)}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
