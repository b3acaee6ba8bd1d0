import type { EpochMinute } from '../kernel/time-range';
import { busyUnits, type UnitBusy } from './busy-units';
import { scheduleBook, type Schedule } from './schedule';
import type { AvailabilityInput } from './types';
import { zoneDays, type DayNumber, type ZoneDays } from './zone';

/** What customers may book at all, before hours and bookings are looked at. */
export type BookableWindow = {
  now: EpochMinute;
  /** First moment outside the notice period. */
  earliest: EpochMinute;
  today: DayNumber;
  /** Last day of the horizon. */
  lastDay: DayNumber;
};

/** Everything that the questions about one span share, laid out once. */
export type Planning = {
  days: ZoneDays;
  window: BookableWindow;
  scheduleOf: (resourceId: string) => Schedule;
  unitsOf: (resourceId: string, capacity: number) => UnitBusy[];
};

/** The window set by the present moment, the notice and the horizon. */
export function bookableWindow(
  input: Pick<AvailabilityInput, 'now' | 'service'>,
  days: ZoneDays,
): BookableWindow {
  const today = days.dayOf(input.now);
  return {
    now: input.now,
    earliest: input.now + Math.max(0, input.service.noticeMinutes),
    today,
    lastDay: today + input.service.horizonDays,
  };
}

/** Prepares the answers for starts on the days `first` … `last`, with room for the longest of them to end. */
export function planningFor(
  input: AvailabilityInput,
  span: { first: DayNumber; last: DayNumber; longestMinutes: number },
  days: ZoneDays = zoneDays(input.zone),
): Planning {
  // The shortest of days has 23 hours; a slot from its last minute may reach that many days further.
  const overhang = 1 + Math.floor(span.longestMinutes / (23 * 60));
  return {
    days,
    window: bookableWindow(input, days),
    scheduleOf: scheduleBook({
      hours: input.hours,
      closures: input.closures,
      days,
      first: span.first,
      last: span.last + overhang,
    }),
    unitsOf: busyUnits(input.busy),
  };
}
